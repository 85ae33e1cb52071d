/** Serials, codes, phone numbers and addresses: never reordered by the words around them. */
export function Isolate({ children }: { readonly children: string }) {
  return (
    <bdi dir="ltr" className="[overflow-wrap:anywhere]">
      {children}
    </bdi>
  );
}
