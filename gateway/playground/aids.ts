/** What in the explorer is pressed without being a button. */
const pressable = '.graphiql-explorer-root span[style*="cursor: pointer"]';
const fields = '.graphiql-explorer-root :is(input, select):not([aria-label])';

/**
 * Makes what GraphiQL and its explorer draw usable by keyboard and screen reader, as far as they did not. They draw it anew
 * whenever the operation changes, so this is done after every change.
 *
 * @returns how to stop
 */
export function aid(place: HTMLElement): () => void {
  const observer = new MutationObserver(() => aidNow(place));
  observer.observe(place, { childList: true, subtree: true, attributes: true, attributeFilter: ['aria-selected'] });
  place.addEventListener('keydown', pressByKey);
  return () => {
    observer.disconnect();
    place.removeEventListener('keydown', pressByKey);
  };
}

function aidNow(place: HTMLElement): void {
  aidTabs(place);
  aidBoxes(place);
  aidFields(place);
}

/** A tab that has buttons in it is none: it is an item of a list, with a button that opens it and one that closes it. */
function aidTabs(place: HTMLElement): void {
  for (const list of place.querySelectorAll('.graphiql-tabs')) set(list, 'role', 'list');
  for (const tab of place.querySelectorAll('.graphiql-tab')) {
    const isOpen = tab.getAttribute('aria-selected');
    set(tab, 'role', 'listitem');
    if (isOpen === null) continue;
    tab.removeAttribute('aria-selected');
    const button = tab.querySelector('.graphiql-tab-button');
    if (button) set(button, 'aria-current', isOpen);
  }
}

/** The boxes of the explorer are plain text that listens to clicks. */
function aidBoxes(place: HTMLElement): void {
  for (const box of place.querySelectorAll<HTMLElement>(pressable)) {
    const checkbox = box.querySelector('svg[viewBox="0 0 15 15"]')?.getAttribute('fill');
    set(box, 'tabindex', '0');
    set(box, 'aria-label', (box.dataset['fieldName'] ?? box.textContent ?? '').replace(/[:\s]+$/, ''));
    set(box, 'role', checkbox ? 'checkbox' : 'button');
    if (checkbox) set(box, 'aria-checked', String(checkbox !== 'none'));
    else set(box, 'aria-expanded', String(box.nextElementSibling !== null));
  }
}

/** Its inputs have no name. */
function aidFields(place: HTMLElement): void {
  for (const field of place.querySelectorAll<HTMLElement>(fields)) {
    const argument = field.closest<HTMLElement>('[data-arg-name]')?.dataset['argName'];
    set(field, 'aria-label', argument ?? field.getAttribute('placeholder') ?? 'Kind of operation to add');
  }
  for (const button of place.querySelectorAll('.graphiql-explorer-actions button')) set(button, 'aria-label', 'Add');
}

/** Setting what is there already would be a change that is answered by setting it again. */
function set(element: Element, attribute: string, value: string): void {
  if (element.getAttribute(attribute) !== value) element.setAttribute(attribute, value);
}

function pressByKey(event: KeyboardEvent): void {
  const { target, key } = event;
  if (!(target instanceof HTMLElement) || !target.matches(pressable) || (key !== 'Enter' && key !== ' ')) return;
  event.preventDefault();
  target.click();
}
