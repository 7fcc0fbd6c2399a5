// Comfort only: every form also has its button.
for (const select of document.querySelectorAll('select[data-submit]')) {
  select.addEventListener('change', () => {
    select.form.requestSubmit();
  });
}
