/** Breaks a label at spaces into lines of at most `width` characters (a longer word stands alone). SVG does not wrap text itself. */
export function wrapLabel(label: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 1 <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
