/* The next slots beside the window to which somebody reschedules: a click takes one. Without this script it is typed. */
const PAUSE = 300;

function show(place, { slots, reason }) {
    const field = document.getElementById('windowStartLocal');
    const list = place.querySelector('[role=group]');
    const format = new Intl.DateTimeFormat(document.documentElement.lang, {
        weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'UTC'
    });
    list.replaceChildren(...slots.map(slot => {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'second';
        button.textContent = format.format(new Date(slot.windowStartLocal + 'Z'));
        button.setAttribute('aria-pressed', field.value === slot.windowStartLocal);
        button.addEventListener('click', () => {
            field.value = slot.windowStartLocal;
            for (const other of list.children) {
                other.setAttribute('aria-pressed', other === button);
            }
        });
        return button;
    }));
    const none = place.querySelector('[role=status]');
    none.textContent = reason ? none.dataset.none.replace('%', reason) : '';
    place.hidden = false;
}

function look(place, minutes) {
    const address = new URL(place.dataset.slots, location.href);
    if (/^([1-9]|[1-5]\d|60)$/.test(minutes.value)) {
        address.searchParams.set('minutes', minutes.value);
    }
    fetch(address, { credentials: 'same-origin', headers: { Accept: 'application/json' } })
        .then(answer => (answer.ok ? answer.json() : Promise.reject(answer)))
        .then(found => show(place, found), () => { place.hidden = true; });
}

const place = document.querySelector('[data-slots]');
if (place) {
    const minutes = document.getElementById('downtimeMinutes');
    const form = place.closest('details');
    let pause;
    form.addEventListener('toggle', () => form.open && look(place, minutes));
    minutes.addEventListener('input', () => {
        clearTimeout(pause);
        pause = setTimeout(() => look(place, minutes), PAUSE);
    });
    if (form.open) {
        look(place, minutes);
    }
}
