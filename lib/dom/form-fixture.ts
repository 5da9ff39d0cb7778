/** For tests: adds fields to a form that clobber all of its properties, at the end of the body, so that the page stays the same. */
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
