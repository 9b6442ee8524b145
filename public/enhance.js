// What public pages do in the browser; without it they work as plain documents.
// Everything is delegated from the document, so it serves pages with and without React alike.
(() => {
  const doc = document;
  const root = doc.documentElement;

  // Theme: light, dark, or as the device has it. Applied before paint by the inline script of the page.
  const pressTheme = () => {
    const chosen = root.dataset.theme ?? 'system';
    for (const button of doc.querySelectorAll('[data-theme-choice]')) button.setAttribute('aria-pressed', String(button.dataset.themeChoice === chosen));
  };
  const chooseTheme = (theme) => {
    if (theme === 'system') delete root.dataset.theme;
    else root.dataset.theme = theme;
    try {
      localStorage.setItem('theme', theme);
    } catch {
      // Storage may be forbidden: the choice then lasts for this page.
    }
    pressTheme();
  };

  doc.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const theme = target?.closest('[data-theme-choice]');
    if (theme) chooseTheme(theme.dataset.themeChoice);
    // A language link knows the page; the query of the address comes along.
    const language = target?.closest('a[data-language]');
    if (language) language.search = location.search;
    if (target?.closest('[data-print]')) print();
    const copy = target?.closest('[data-copy]');
    if (copy) void copyLink(copy);
  });

  async function copyLink(button) {
    await navigator.clipboard.writeText(button.dataset.copy || location.href);
    const note = button.querySelector('[role=status]');
    if (note) note.textContent = button.dataset.copied ?? '';
  }

  // Menus made of <details data-menu> close with Escape or a press elsewhere.
  const closeMenus = (except) => {
    for (const menu of doc.querySelectorAll('details[data-menu][open]')) {
      if (menu.contains(except)) continue;
      if (!except && menu.contains(doc.activeElement)) menu.querySelector('summary').focus();
      menu.open = false;
    }
  };
  doc.addEventListener('click', (event) => closeMenus(event.target));
  doc.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') closeMenus(null);
  });

  // Combobox (ARIA 1.2) over a text box with data-source: suggestions while one types.
  const delay = 120;

  function attach(input) {
    if (input.dataset.ready !== undefined) return;
    input.dataset.ready = '';
    const list = doc.getElementById(input.getAttribute('aria-controls'));
    const status = doc.getElementById(`${input.id}-status`);
    const hidden = doc.getElementById(`${input.id}-value`);
    let items = [];
    let active = -1;
    let timer = 0;
    let request = null;

    const show = (open) => {
      const shown = open && items.length > 0;
      list.hidden = !shown;
      input.setAttribute('aria-expanded', String(shown));
      if (!shown) activate(-1);
    };
    const activate = (index) => {
      active = index;
      [...list.children].forEach((option, at) => option.setAttribute('aria-selected', String(at === index)));
      if (index < 0) input.removeAttribute('aria-activedescendant');
      else {
        input.setAttribute('aria-activedescendant', list.children[index].id);
        list.children[index].scrollIntoView({ block: 'nearest' });
      }
    };
    const choose = (item) => {
      show(false);
      if (item.href) {
        location.assign(item.href);
        return;
      }
      input.value = item.label;
      if (hidden) hidden.value = item.value ?? '';
      if (input.dataset.submits !== undefined) input.form.requestSubmit();
    };
    const line = (className, text, marks) => {
      const span = doc.createElement('span');
      span.className = className;
      let last = 0;
      for (const [from, to] of marks ?? []) {
        span.append(text.slice(last, from));
        const mark = doc.createElement('mark');
        mark.textContent = text.slice(from, to);
        span.append(mark);
        last = to;
      }
      span.append(text.slice(last));
      return span;
    };
    const render = () => {
      const template = list.dataset.option ?? '';
      list.replaceChildren(
        ...items.map((item, index) => {
          const option = doc.createElement('li');
          option.id = `${list.id}-${index}`;
          option.setAttribute('role', 'option');
          option.setAttribute('aria-selected', 'false');
          option.className = template;
          option.append(line('block font-medium', item.label, item.marks));
          if (item.hint) option.append(line('block text-[0.9375em] text-muted', item.hint));
          option.addEventListener('pointerdown', (event) => event.preventDefault());
          option.addEventListener('click', () => choose(item));
          return option;
        }),
      );
    };
    const load = async () => {
      const query = input.value.trim();
      request?.abort();
      if (query.length < 2) {
        items = [];
        status.textContent = '';
        show(false);
        return;
      }
      request = new AbortController();
      try {
        const url = new URL(input.dataset.source, location.href);
        url.searchParams.set('q', query);
        const answer = await fetch(url, { signal: request.signal, headers: { accept: 'application/json' } });
        if (!answer.ok) return;
        ({ items } = await answer.json());
        render();
        show(doc.activeElement === input);
        status.textContent = items.length > 0 ? (input.dataset.results ?? '').replace('{count}', String(items.length)) : (input.dataset.none ?? '');
      } catch {
        // Suggestions are a convenience: without them the form still searches.
      }
    };

    input.addEventListener('input', () => {
      if (hidden) hidden.value = '';
      clearTimeout(timer);
      timer = setTimeout(load, delay);
    });
    input.addEventListener('focus', () => show(true));
    input.addEventListener('blur', () => show(false));
    input.addEventListener('keydown', (event) => {
      const open = !list.hidden;
      if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && items.length > 0) {
        event.preventDefault();
        if (!open) show(true);
        // One place more than there are items: the box itself.
        const places = items.length + 1;
        activate(((active + 1 + (event.key === 'ArrowDown' ? 1 : -1) + places) % places) - 1);
      } else if (event.key === 'Enter' && open && active >= 0) {
        event.preventDefault();
        choose(items[active]);
      } else if (event.key === 'Escape' && open) {
        event.preventDefault();
        show(false);
      }
    });
  }

  // Pages that change in place bring new boxes: each is attached when it is first used.
  const attachFocused = (target) => {
    if (target instanceof HTMLInputElement && target.dataset.source !== undefined) attach(target);
  };
  doc.addEventListener('focusin', (event) => attachFocused(event.target));
  const start = () => {
    pressTheme();
    attachFocused(doc.activeElement);
  };
  if (doc.readyState === 'loading') doc.addEventListener('DOMContentLoaded', start);
  else start();
})();
