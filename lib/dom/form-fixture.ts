/**
 * For tests: gives a form fields that are named as everything that it could be asked for. They stand at the end of the body, so nothing else of
 * the page is changed.
 */
export function nameFieldsAsAll(form: HTMLFormElement): void {
  form.setAttribute('id', 'all');
  const names = new Set(['openOrClosedShadowRoot']);
  for (let proto: object = HTMLFormElement.prototype; proto; proto = Object.getPrototypeOf(proto))
    for (const name of Object.getOwnPropertyNames(proto)) names.add(name);
  const fields = document.createElement('div');
  for (const name of names) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.setAttribute('form', 'all');
    field.name = name;
    fields.append(field);
  }
  document.body.append(fields);
}
