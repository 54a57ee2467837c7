/** Takes the code of a letter from behind the # of the address, where no server sees it, into the form. */
const code = location.hash.slice(1);
const field = document.querySelector<HTMLInputElement>("#code");
if (field !== null && /^[0-9A-Za-z-]{12,16}$/.test(code)) {
  field.value = code;
  history.replaceState(null, "", location.pathname + location.search);
}
