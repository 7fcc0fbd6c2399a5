// Comfort only: every form also has its button.
document.addEventListener('change', ({ target }) => {
  if (target.matches('select[data-submit]')) target.form.requestSubmit();
});

// On a projector the arrow keys lead from screen to screen, and through one that is taller than the window a part at a time;
// links in each of them lead to the next one without a script.
if (document.documentElement.matches('.projector')) {
  const main = document.querySelector('main');
  const screens = [main, ...document.querySelectorAll('.panel:has(> .screens)')];
  const topOf = (screen) => screen.getBoundingClientRect().top;
  // How far to move: to the start of the next screen or of this one where nothing but blank space would be left out, else by
  // less than the window, so that the line at its edge stays in sight.
  const wayTo = (start) => {
    const height = document.documentElement.clientHeight;
    const blank = 2 * parseFloat(window.getComputedStyle(main).rowGap);
    return Math.abs(start) <= height + blank ? start : Math.sign(start) * height * 0.85;
  };
  document.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[event.key];
    const { altKey, ctrlKey, metaKey, shiftKey, target } = event;
    if (!step || altKey || ctrlKey || metaKey || shiftKey) return;
    if (target.closest('input, select, textarea, .table-scroll')) return;
    // A pixel is rounding.
    const after = screens.find((screen) => topOf(screen) > 1);
    const before = screens.findLast((screen) => topOf(screen) < -1);
    const { top, bottom } = document.documentElement.getBoundingClientRect();
    const way = wayTo(step > 0 ? (after ? topOf(after) : bottom) : before ? topOf(before) : top);
    event.preventDefault();
    const shown = screens.findLast((screen) => topOf(screen) <= way + 1) ?? main;
    const heading = shown === main ? main : shown.querySelector('h2');
    window.scrollBy(0, way);
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  });
}

// News of a run: the page that needs no script asks again by itself instead.
const run = document.querySelector('[data-events]');
if (run) {
  const news = new EventSource(run.dataset.events);
  const show = (event) => {
    const { done, all, texts } = JSON.parse(event.data);
    for (const place of run.querySelectorAll('[data-say]')) {
      const text = texts[place.dataset.say];
      if (place.textContent !== text) place.textContent = text;
    }
    const bar = run.querySelector('progress');
    bar.max = all || 1;
    bar.value = done;
  };
  news.addEventListener('progress', show);
  news.addEventListener('end', (event) => {
    news.close();
    show(event);
    location.reload();
  });
}

// Choices: numbers in percent below one parent keep their sum, and the ranks follow while a choice is moved.
const choices = document.querySelector('form[data-choices]');
if (choices) {
  const results = document.querySelector('#choice-results');
  let under = new AbortController();
  const address = () => {
    const query = new URLSearchParams(location.search);
    for (const field of choices.querySelectorAll('[data-stated]')) {
      if (field.value.trim() === field.dataset.stated) query.delete(field.name);
      else query.set(field.name, field.value.trim());
    }
    return `${location.pathname}?${query}`;
  };
  // What stands in a field is rounded: the weights behind it are kept, so that one moved there and back leaves the others.
  const weights = new Map();
  const weightOf = (field) => weights.get(field) ?? Number(field.value);
  const keepSum = (field) => {
    const group = field.closest('[data-sum]');
    const given = Number(field.value);
    if (!group) return;
    weights.set(field, given);
    if (!(given >= 0 && given <= 100)) return;
    const others = [...group.querySelectorAll('input')].filter((one) => one !== field);
    const before = others.reduce((sum, one) => sum + weightOf(one), 0);
    if (!(before > 0)) return;
    let left = Math.round((100 - given) * 100);
    others.forEach((one, i) => {
      const weight = ((100 - given) * weightOf(one)) / before;
      const shown = i === others.length - 1 ? left : Math.round(weight * 100);
      weights.set(one, weight);
      left -= shown;
      one.value = String(shown / 100);
    });
  };
  const update = async () => {
    under.abort();
    under = new AbortController();
    const asked = address();
    try {
      const answer = await fetch(asked, { signal: under.signal });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const shown = page.querySelector('#choice-results');
      if (!shown) return;
      results.replaceChildren(...shown.childNodes);
      history.replaceState(null, '', asked);
    } catch (error) {
      if (error.name !== 'AbortError') location.assign(asked);
    }
  };
  choices.addEventListener('change', (event) => {
    keepSum(event.target);
    void update();
  });
  choices.addEventListener('submit', (event) => {
    event.preventDefault();
    void update();
  });
}

// A part of a page that takes long: it is computed when it is asked for, and says so meanwhile.
document.addEventListener('click', async (event) => {
  const link = event.target.closest('[data-part] > p > a');
  if (!link) return;
  event.preventDefault();
  const part = link.closest('[data-part]');
  const say = (text) => {
    const line = document.createElement('p');
    line.setAttribute('role', 'status');
    line.textContent = text;
    part.replaceChildren(line);
    return line;
  };
  say(part.dataset.waiting);
  try {
    const answer = await fetch(part.dataset.part);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const shown = page.querySelector('[data-fragment]');
    if (!shown) throw new Error(page.querySelector('main p')?.textContent ?? String(answer.status));
    part.replaceChildren(shown);
  } catch (error) {
    say(part.dataset.failed + error.message).append(' ', link);
  }
});

// A part of a page that changes while it is looked at: it is asked for again, and replaced where nobody is in the middle of it.
for (const live of document.querySelectorAll('[data-live]')) {
  const seconds = Number(live.dataset.live);
  if (!(seconds > 0)) continue;
  const renew = async () => {
    try {
      const answer = await fetch(location.href);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const shown = page.querySelector('[data-live]');
      if (shown && !live.contains(document.activeElement)) live.replaceChildren(...shown.childNodes);
      if (!shown || shown.dataset.live === '') clearInterval(timer);
    } catch {
      // The server is away for a moment: the next turn asks again.
    }
  };
  const timer = setInterval(() => void renew(), seconds * 1000);
}

// A file that is chosen fills the text beside it; without a script the text is pasted.
for (const place of document.querySelectorAll('[data-script]')) place.hidden = false;
for (const chooser of document.querySelectorAll('input[type=file][data-into]')) {
  chooser.addEventListener('change', async () => {
    const [file] = chooser.files;
    if (file) document.getElementById(chooser.dataset.into).value = await file.text();
  });
}
