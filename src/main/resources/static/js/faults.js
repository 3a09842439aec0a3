// Loaded by Tasklist: puts what is wrong to the field that it is about, in the words of its label; used for what the
// server refuses (refusals.js) and for what it would refuse while somebody still types (forms.js).

const form = () => [...document.querySelectorAll('form[name=step], .fjs-form')].pop();
let components = [];

/** What a Camunda Form asks, as Tasklist loads it: its fields carry their labels alone. */
export function asks(schema) {
  components = schema.components || [];
}

const plain = label => label.replace(/[\s*?]+$/, '').replace(/^\s*¿/, '').trim();
const isText = part => part.nodeType === Node.TEXT_NODE || part.nodeName === 'SPAN';
const ownText = node => plain([...node.childNodes].filter(isText).map(part => part.textContent).join(''));

/** A question with a few answers says itself what it asks; so does a group of them that is sent as one. */
export function labelOf(field) {
  const question = field.type === 'radio' && field.closest('[role=radiogroup]')
    || field.type === 'hidden' && field.closest('[role=group]');
  const label = !question && field.closest('label');
  return question ? plain(question.getAttribute('aria-label')) : label && ownText(label) || field.name;
}

function inCamundaForm(name) {
  const asked = components.find(component => component.key === name);
  return asked && [...document.querySelectorAll('.fjs-form .fjs-form-field')].find(field => {
    const label = field.querySelector('.fjs-form-field-label');
    return label && plain(label.innerText) === plain(asked.label);
  });
}

/** Where it stands and what it is called; nothing if it is not in sight. */
function fieldOf(name) {
  const field = form() && form().querySelector('[ng-model="f.' + name + '"]');
  if (field) {
    const group = field.closest('.form-group, [role=radiogroup]') || field.parentElement;
    return { group, field, label: labelOf(field) };
  }
  const group = inCamundaForm(name);
  return group && {
    group,
    field: group.querySelector('input, textarea, select'),
    label: plain(group.querySelector('.fjs-form-field-label').innerText)
  };
}

const rest = fault => fault.message.replace(/^\w+: /, '');

const before = (one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;

/** The sentences in the order of their fields, each with the field's label in place of its name. */
export function inWords(faults) {
  return faults.map(fault => ({ fault, found: fieldOf(fault.field) }))
    .sort((one, other) => (!one.found ? 1 : !other.found || before(one.found.group, other.found.group) ? -1 : 1))
    .map(({ fault, found }) => (found ? found.label + ': ' + rest(fault) : fault.message));
}

const marks = [];

function unmark(mark) {
  marks.splice(marks.indexOf(mark), 1);
  mark.said.remove();
  mark.group.classList.remove('has-error');
  mark.field.removeAttribute('aria-invalid');
  ['input', 'change'].forEach(event => mark.group.removeEventListener(event, mark.forget));
}

/** Takes away what stands at the fields, of one origin or of all. */
export function clear(origin) {
  marks.filter(mark => !origin || mark.origin === origin).forEach(unmark);
}

/** Each stands at its field until that is changed. */
export function show(faults, origin) {
  return faults.flatMap(fault => {
    const found = fieldOf(fault.field);
    if (!found || found.group.innerText.includes(rest(fault))) {
      return [];
    }
    const said = document.createElement('span');
    said.className = 'help-block fault';
    said.setAttribute('role', 'alert');
    said.textContent = rest(fault);
    found.group.append(said);
    found.group.classList.add('has-error');
    found.field.setAttribute('aria-invalid', 'true');
    const mark = { ...found, said, origin, forget: () => unmark(mark) };
    ['input', 'change'].forEach(event => found.group.addEventListener(event, mark.forget));
    marks.push(mark);
    return [mark];
  });
}

/** The first of them comes into sight. */
export function lead() {
  const [first] = marks.filter(mark => mark.said.isConnected)
    .sort((one, other) => (before(one.group, other.group) ? -1 : 1));
  if (first) {
    first.group.scrollIntoView({ block: 'center' });
    first.field.focus({ preventScroll: true });
  }
}
