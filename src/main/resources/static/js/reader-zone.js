/* Times on the reader's own clock; without this script they stand on the client's, with offset and UTC. */
const format = new Intl.DateTimeFormat(document.documentElement.lang, {
    weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short'
});
for (const time of document.querySelectorAll('time[datetime]')) {
    time.title = time.textContent.trim().replace(/\s+/g, ' ');
    time.textContent = format.format(new Date(time.dateTime));
}
const hours = new Intl.DateTimeFormat(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' });
for (const within of document.querySelectorAll('[data-from][data-until]')) {
    const { from, until } = within.dataset;
    within.textContent = [from, until].map(moment => hours.format(new Date(moment))).join(' – ');
}
