// Shows what is planned or under way on this instance:
//   <script src="https://…/banner.js" data-key="…" defer></script>
// Needs nothing, sets no cookie, and says nothing when the server is away.
(() => {
  const script = document.currentScript;
  const address = script.src.replace(/banner\.js.*$/, 'banner/' + encodeURIComponent(script.dataset.key) + '.json');
  const EVERY = 60000;
  const AT_MOST = 15 * EVERY;
  const STYLE = `
    :host { all: initial; }
    section { font: 15px/1.45 system-ui, sans-serif; }
    div { display: flex; gap: 1em; align-items: flex-start; padding: .6em 1em; color: #1c2733; background: #fff3d6; border-bottom: 1px solid #8a6100; }
    div.IN_PROGRESS, div.VERIFYING { background: #e1eff6; border-color: #0b5f85; }
    div.INTERRUPTED { background: #fde7e4; border-color: #a3211a; }
    div.ROLLED_BACK { background: #fff3d6; border-color: #8a6100; }
    div.CANCELLED { background: #eef1f5; border-color: #4b5864; }
    div.COMPLETED { background: #e2f3e8; border-color: #1c6b40; }
    p { margin: 0; flex: 1; }
    button { font: inherit; color: inherit; background: none; border: 1px solid currentColor; border-radius: 4px; padding: .1em .6em; cursor: pointer; }
    button:focus-visible { outline: 3px solid #0b5f85; outline-offset: 2px; }`;
  // Beside the words, for the eye alone.
  const SIGN = {
    PLANNED: '○', MOVED: '→', IN_PROGRESS: '▶', VERIFYING: '◐', INTERRUPTED: '⚠', COMPLETED: '✓', ROLLED_BACK: '↩', CANCELLED: '✕'
  };
  const CLOSE = { es: 'Cerrar', en: 'Close' };
  const LABEL = { es: 'Intervenciones', en: 'Maintenance' };
  const STORE = 'deployment-banner-' + script.dataset.key;
  let away = 0;
  let host;

  function language() {
    const wanted = script.dataset.lang || document.documentElement.lang || navigator.language || '';
    return /^es\b/i.test(wanted) ? 'es' : 'en';
  }

  function putAway() {
    try {
      return (localStorage.getItem(STORE) || '').split(' ');
    } catch (forbidden) {
      return (host && host.putAway) || [];
    }
  }

  function putsAway(id) {
    const ids = [...putAway().slice(-20), id];
    if (host) {
      host.putAway = ids;
    }
    try {
      localStorage.setItem(STORE, ids.join(' '));
    } catch (forbidden) {
      // Then it comes back with the next page.
    }
  }

  function frame() {
    if (host && host.isConnected) {
      return host.shadowRoot.querySelector('section');
    }
    host = document.createElement('deployment-banner');
    const shadow = host.attachShadow({ mode: 'open' });
    const style = new CSSStyleSheet();
    style.replaceSync(STYLE);
    shadow.adoptedStyleSheets = [style];
    const section = document.createElement('section');
    section.setAttribute('role', 'status');
    section.setAttribute('aria-label', LABEL[language()]);
    section.lang = language();
    shadow.append(section);
    document.body.prepend(host);
    return section;
  }

  function line({ id, state, start, before, text }) {
    const lang = language();
    const at = moment => new Date(moment).toLocaleString(document.documentElement.lang || lang, {
      dateStyle: 'full', timeStyle: 'short'
    });
    const box = document.createElement('div');
    box.className = state;
    const words = document.createElement('p');
    words.textContent = text[lang].replace('{when}', () => at(start)).replace('{before}', () => at(before));
    const close = document.createElement('button');
    close.type = 'button';
    close.textContent = CLOSE[lang];
    close.addEventListener('click', () => {
      putsAway(id);
      box.remove();
    });
    const sign = document.createElement('span');
    sign.setAttribute('aria-hidden', 'true');
    sign.textContent = SIGN[state];
    box.append(sign, words, close);
    return box;
  }

  function show(notices) {
    const seen = putAway();
    const open = notices.filter(notice => !seen.includes(notice.id));
    const shown = open.map(notice => notice.id).join(' ');
    if (!open.length && !host || host && host.shown === shown && host.isConnected) {
      return;
    }
    frame().replaceChildren(...open.map(line));
    host.shown = shown;
  }

  async function look() {
    if (!document.hidden) {
      try {
        const answer = await fetch(address, { credentials: 'omit' });
        if (!answer.ok) {
          throw new Error(answer.status);
        }
        show((await answer.json()).notices);
        away = 0;
      } catch (serverAway) {
        away++;
      }
    }
    const pause = Math.min(AT_MOST, EVERY * 2 ** away);
    setTimeout(look, pause * (0.8 + Math.random() * 0.4));
  }

  look();
})();
