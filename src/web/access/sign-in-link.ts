import type { RequestContext } from '../request-context.ts';

/** Characters of an address that another one carries along: written into it, each may become three. */
const LONGEST_WAY_BACK = 500;

/** Where one comes back to after signing in: an address that is too long is shortened to its page, or to the first one. */
function wayBack(address: string): string {
  const [page = ''] = address.split('?', 1);
  return [address, page].find((one) => one.length <= LONGEST_WAY_BACK) ?? '/';
}

/** Where one signs in, to come back from there to an address. */
export const signInAddress = (address: string): string =>
  `/sign-in?${new URLSearchParams({ to: wayBack(address) }).toString()}`;

/** The same as a link on a page, to come back to it. */
export const signInLink = ({ link, here, path }: Pick<RequestContext, 'link' | 'here' | 'path'>): string =>
  link('/sign-in', { to: path === '/sign-in' ? undefined : wayBack(here({})) });
