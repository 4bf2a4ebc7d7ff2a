
for (const button of document.querySelectorAll("button[data-copy]")) {
  const text = document.getElementById(button.dataset.copy);
  const label = button.textContent;
  const say = (words) => {
    button.textContent = words;
    setTimeout(() => { button.textContent = label; }, 2000);
  };
  button.setAttribute("aria-live", "polite");
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text.textContent);
      say("Copied");
    } catch {
      getSelection().selectAllChildren(text);
      say("Marked; copy it with your keyboard");
    }
  });
}
const details = document.querySelectorAll("details");
addEventListener("beforeprint", () => details.forEach((one) => {
  one.dataset.was = one.open;
  one.open = true;
}));
addEventListener("afterprint", () => details.forEach((one) => {
  one.open = one.dataset.was === "true";
}));
