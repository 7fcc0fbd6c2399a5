import { formOf } from '../form-body.ts';
import { showPage, type Answer } from '../page.ts';
import { readRequestContext } from '../request-context.ts';
import { LONGEST_ADDRESS } from '../security.ts';
import { changedFields } from './choice-fields.ts';
import { choicesPage, chosenMethod } from './choices-page.ts';

/** Takes the form of the choices and leads to the address that says the same, with what was changed alone. */
export const applyChoices: Answer = (site) => async (request, response) => {
  const context = readRequestContext(site, request);
  const method = chosenMethod(context);
  const form = formOf(request);
  const changes = changedFields(form, method);
  const address = context.here(changes);
  // A field that was emptied has no place in an address, and too many have no room: the form stays on the screen.
  if (address.length <= LONGEST_ADDRESS && !Object.values(changes).includes('')) {
    response.redirect(303, address);
    return;
  }
  const query = new URLSearchParams(context.query);
  for (const [field, value] of Object.entries(changes)) query.set(field, value);
  const shown = readRequestContext(site, request, { path: '/choices', query });
  showPage(shown, response, await choicesPage(shown));
};
