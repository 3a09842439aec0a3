/* The windows of a month or a week as a calendar. The page has the same as a list, also without this. Local times come from
   the server: a browser's own clocks have another zone. To the calendar they are all UTC, which knows no change of clocks. */
const place = document.getElementById('calendar');
const asked = place.dataset;
const week = asked.view === 'WEEK';
const narrow = matchMedia('(max-width: 40rem)').matches;
const MINUTE = 60000;
const DAY = 24 * 60 * MINUTE;
const CLOCK = { hour: '2-digit', minute: '2-digit', hour12: false };

const inUtc = local => new Date(local + 'Z');

/** A month shows what lies behind its windows by whole days alone: all that it touches. */
const span = (startLocal, endLocal) => week
    ? { start: startLocal, end: endLocal }
    : { start: startLocal.slice(0, 10), end: new Date(inUtc(endLocal).getTime() - 1 + DAY).toISOString().slice(0, 10), allDay: true };

function event(one) {
    return {
        title: one.title,
        start: one.startLocal,
        end: new Date(inUtc(one.startLocal).getTime() + one.downtimeMinutes * MINUTE).toISOString(),
        url: asked.intervention + encodeURIComponent(one.key),
        classNames: ['phase-' + one.phase, ...one.atRisk.length ? ['at-risk'] : []],
        extendedProps: one
    };
}

/** What stands around the windows: the hours of work only where there are hours. */
function around({ freezes, freeDays, worked, maintenance }) {
    const behind = kind => ({ name, startLocal, endLocal }) =>
        ({ title: name || '', ...span(startLocal, endLocal), display: 'background', classNames: [kind] });
    return [
        ...freezes.map(behind('frozen')),
        ...freeDays.map(({ day, name }) => ({ title: name, start: day, allDay: true, display: 'background', classNames: ['free-day'] })),
        ...week ? worked.map(behind('worked')) : [],
        ...maintenance.map(behind('maintenance'))
    ];
}

/** What a small box has no room for. */
function describe({ event, el }) {
    el.title = event.extendedProps.says || event.title;
}

/** A day is called by all that is in it, not by its number alone. */
function nameByContents({ el }) {
    el.removeAttribute('aria-labelledby');
}

/** A day alone means its evening. */
function request({ dateStr }) {
    const window = week ? dateStr.slice(0, 16) : dateStr + 'T' + asked.evening;
    location.href = asked.request + '?' + new URLSearchParams({ ...asked.instance && { instance: asked.instance }, window });
}

function draw(planning) {
    place.hidden = false;
    new FullCalendar.Calendar(place, {
        initialView: week ? 'timeGridWeek' : 'dayGridMonth',
        initialDate: asked.day,
        now: planning.nowLocal,
        nowIndicator: true,
        timeZone: 'UTC',
        locale: asked.language,
        firstDay: 1,
        fixedWeekCount: false,
        headerToolbar: false,
        height: 'auto',
        slotDuration: '01:00',
        slotLabelFormat: CLOCK,
        eventTimeFormat: CLOCK,
        displayEventEnd: false,
        eventDisplay: 'block',
        eventMinHeight: 20,
        dayMaxEvents: narrow ? 2 : 4,
        moreLinkText: count => asked.more.replace('%', count),
        moreLinkHint: asked.moreHint,
        closeHint: asked.close,
        allDayText: asked.allDay,
        dayHeaderFormat: week ? { weekday: 'short', day: 'numeric' } : { weekday: 'short' },
        events: [...planning.windows.map(event), ...around(planning)],
        eventDidMount: describe,
        dayCellDidMount: nameByContents,
        dateClick: asked.request ? request : undefined
    }).render();
    place.classList.toggle('asks', Boolean(asked.request));
    document.getElementById('too-many').hidden = !planning.more;
}

async function load() {
    const answer = await fetch(asked.source, { credentials: 'same-origin', headers: { Accept: 'application/json' } });
    if (!answer.ok) {
        throw new Error(answer.statusText);
    }
    draw(await answer.json());
}

load().catch(() => { document.getElementById('no-calendar').hidden = false; });
