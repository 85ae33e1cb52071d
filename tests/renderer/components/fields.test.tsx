import { screen, within } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { ComboBox } from '#renderer/components/ComboBox.tsx';
import { DateField, DatePicker } from '#renderer/components/DatePicker.tsx';
import { NumberField } from '#renderer/components/NumberField.tsx';
import { RadioGroup } from '#renderer/components/RadioGroup.tsx';
import { readLogoFile } from '#renderer/components/read-logo.ts';
import { Select } from '#renderer/components/Select.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { english, persian, renderIn } from '../support.tsx';

describe('a day', () => {
  interface PickerProps {
    readonly initial: string | null;
    readonly onDay: (day: string | null) => void;
    readonly isTyped?: boolean;
  }
  function Picker({ initial, onDay, isTyped = false }: PickerProps) {
    const [day, setDay] = useState(initial);
    const Field = isTyped ? DateField : DatePicker;
    return (
      <Field
        label="Day"
        value={day}
        onChange={(next) => {
          setDay(next);
          onDay(next);
        }}
      />
    );
  }

  test('is shown in the Persian calendar and digits, and given back as an ISO day', async () => {
    const onDay = vi.fn<(day: string | null) => void>();
    const { user } = renderIn(persian, <Picker initial="2026-11-22" onDay={onDay} />);
    const segments = screen.getAllByRole('spinbutton').map((segment) => segment.textContent);
    expect(segments.toSorted()).toEqual(['۱', '۱۴۰۵', '۹'].toSorted());
    await user.click(screen.getByRole('button', { name: /تقویم|Calendar/u }));
    expect(await screen.findByText('آذر ۱۴۰۵')).toBeInTheDocument();
    const grid = screen.getByRole('grid');
    await user.click(within(grid).getByText('۱۵'));
    // 15 Azar 1405
    expect(onDay).toHaveBeenLastCalledWith('2026-12-06');
  });

  test.each(['۱۴۰۳۷۱۷', '1403717'])('typed as %s is the same Persian day', async (typed) => {
    const onDay = vi.fn<(day: string | null) => void>();
    const { user } = renderIn(persian, <Picker initial={null} onDay={onDay} isTyped />);
    await user.tab();
    // Each part moves on by itself once no further digit fits.
    await user.keyboard(typed);
    expect(onDay).toHaveBeenLastCalledWith('2024-10-08');
  });

  test('in English stands day first', () => {
    renderIn(english, <Picker initial="2026-11-22" onDay={() => undefined} />);
    expect(screen.getAllByRole('spinbutton').map((segment) => segment.textContent)).toEqual(['22', '11', '2026']);
  });
});

test.each([['en', english, '1,234', '1,240'], ['fa', persian, '۱٬۲۳۴', '۱٬۲۴۰']] as const)('a number in %s takes any digits and shows its own', async (_name, locale, before, after) => {
  const onChange = vi.fn<(value: number | null) => void>();
  function Field() {
    const [value, setValue] = useState<number | null>(1234);
    return (
      <NumberField
        label="Number"
        value={value}
        onChange={(next) => {
          setValue(next);
          onChange(next);
        }}
      />
    );
  }
  const { user } = renderIn(locale, <Field />);
  const field = screen.getByRole('textbox', { name: 'Number' });
  expect(field).toHaveValue(before);
  await user.clear(field);
  await user.type(field, locale === persian ? '1240' : '۱۲۴۰');
  await user.tab();
  expect(onChange).toHaveBeenLastCalledWith(1240);
  expect(field).toHaveValue(after);
});

test('a select is opened and chosen from by the keyboard', async () => {
  const onChange = vi.fn<(value: string) => void>();
  const { user } = renderIn(
    english,
    <Select label="Mode" options={[{ id: 'air', label: 'Air' }, { id: 'sea', label: 'Sea', description: 'slow' }]} value="air" onChange={onChange} />,
  );
  await user.tab();
  expect(document.activeElement).toHaveTextContent(/^Air$/u);
  await user.keyboard('{Enter}{ArrowDown}{Enter}');
  expect(onChange).toHaveBeenCalledExactlyOnceWith('sea');
});

test('a combo box narrows to what is typed, says when nothing matches, and can be emptied', async () => {
  const onChange = vi.fn<(value: string | null) => void>();
  const { user } = renderIn(
    english,
    <ComboBox label="Country" options={[{ id: 'DE', label: 'Germany' }, { id: 'IR', label: 'Iran' }]} value={null} onChange={onChange} />,
  );
  const field = screen.getByRole('combobox', { name: /Country/u });
  await user.type(field, 'ira');
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Iran']);
  await user.keyboard('{ArrowDown}{Enter}');
  expect(onChange).toHaveBeenLastCalledWith('IR');
  await user.clear(field);
  await user.type(field, 'xx');
  expect(await screen.findByText('Nothing matches')).toBeInTheDocument();
});

test('a field says in words what is wrong, tied to the field', () => {
  renderIn(english, <TextField label="Name" value="" onChange={() => undefined} error="Please enter a name." isRequired />);
  const field = screen.getByRole('textbox', { name: 'Name' });
  expect(field).toBeInvalid();
  expect(field).toHaveAccessibleDescription(/Please enter a name\./u);
});

test('serials and phones are written left to right in Persian too', () => {
  renderIn(persian, <TextField label="Phone" value="+98 21 5551234" onChange={() => undefined} isLatin />);
  expect(screen.getByRole('textbox', { name: /Phone/u })).toHaveAttribute('dir', 'ltr');
});

test('radio cards are one tab stop, moved through by the arrows', async () => {
  const onChange = vi.fn<(value: string) => void>();
  const { user } = renderIn(
    english,
    <RadioGroup label="Way" look="rows" options={[{ id: 'a', label: 'First', description: 'one' }, { id: 'b', label: 'Second' }]} value="a" onChange={onChange} />,
  );
  await user.tab();
  expect(screen.getByRole('radio', { name: /First/u })).toHaveFocus();
  await user.keyboard('{ArrowDown}');
  expect(onChange).toHaveBeenCalledExactlyOnceWith('b');
});

describe('a logo', () => {
  test('is taken as base64 with its type', async () => {
    const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
    expect(await readLogoFile(new File([bytes], 'logo.png', { type: 'image/png' }))).toEqual({ logo: { mediaType: 'image/png', base64: 'iVBORw==' } });
  });

  test('of another kind or too large is refused with its reason', async () => {
    expect(await readLogoFile(new File(['<svg/>'], 'logo.svg', { type: 'image/svg+xml' }))).toEqual({ problem: 'wrongType' });
    expect(await readLogoFile(new File([new Uint8Array(2 * 1024 * 1024 + 1)], 'logo.png', { type: 'image/png' }))).toEqual({ problem: 'tooLarge' });
  });
});
