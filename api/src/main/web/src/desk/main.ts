import { keepLive } from "./live";
import { keepTicks } from "./ticks";

keepLive(document);
keepTicks(document);

const cards = document.querySelector<HTMLFormElement>("form[data-cards]");
if (cards !== null) {
  void import("./cards").then(({ makeCards }) => makeCards(cards));
}
const paper = document.querySelector<HTMLFormElement>("form[data-paper]");
if (paper !== null) {
  void import("./paper").then(({ enterPaper }) => enterPaper(paper));
}
