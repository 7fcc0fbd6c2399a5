/** What `npm run prove` takes in full; `npm run prove -- --small`, and a single file run by hand, take the small form. */
export const bySize = <T>(sizes: { readonly small: T; readonly full: T }): T =>
  process.env['HAOCHAPING_PROVE'] === 'full' ? sizes.full : sizes.small;
