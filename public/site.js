// Comfort only: every form also has its button.
for (const select of document.querySelectorAll('select[data-submit]')) {
  select.addEventListener('change', () => {
    select.form.requestSubmit();
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
