import type { RequestContext } from '../request-context.ts';

/** Characters of an address that another one carries along: written into it, each may become three. */
const LONGEST_WAY_BACK = 500;

/** Where one signs in, to come back from there to this page. */
export function signInLink({ link, here, path }: Pick<RequestContext, 'link' | 'here' | 'path'>): string {
  const to = here({});
  return link('/sign-in', { to: path === '/sign-in' ? undefined : to.length > LONGEST_WAY_BACK ? path : to });
}
