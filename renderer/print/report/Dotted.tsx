import { Fragment } from 'react';

/** Words of any script in one line, the absent ones left out; the dots between them belong to the page's own direction. */
export function Dotted({ parts }: { readonly parts: readonly (string | null)[] }) {
  const present = parts.filter((part): part is string => part !== null && part !== '');
  return present.map((part, index) => (
    <Fragment key={part}>
      {index === 0 ? null : ' · '}
      <bdi>{part}</bdi>
    </Fragment>
  ));
}
