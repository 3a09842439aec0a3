/* The hour while it runs: what the server said counts on, by the server's clock, and its words change with the minutes. */
const MINUTE = 60000;
const EVERY = 5000;
const began = performance.now();

function count(hour) {
    const { since, now, spent } = hour.dataset;
    const running = Date.parse(now) + (performance.now() - began) - Date.parse(since);
    const minutes = Number(spent) + Math.floor(running / MINUTE);
    const said = hour.querySelector('[data-minutes]');
    const text = said.dataset.minutes.replace('%', minutes);
    if (said.textContent !== text) {
        said.textContent = text;
    }
    for (const word of hour.querySelectorAll('[data-after]')) {
        word.hidden = minutes <= Number(word.dataset.after) || minutes > Number(word.dataset.until);
    }
}

const running = document.querySelectorAll('[data-since][data-spent]');
if (running.length) {
    setInterval(() => running.forEach(count), EVERY);
}
