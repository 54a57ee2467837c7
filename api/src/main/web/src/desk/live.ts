/** Seconds between two looks at what changes. */
const PAUSE_S = 5;

/**
 * Brings pieces of the page up to date that have the address of their content in `data-live`. Nobody needs it: the same
 * comes by loading the page again. The server is told that this is nothing that the person did, so that a page left open
 * does not keep its session.
 */
export function keepLive(page: Document): void {
  for (const piece of page.querySelectorAll<HTMLElement>("[data-live]")) {
    window.setInterval(() => {
      if (!page.hidden) {
        void refresh(piece);
      }
    }, PAUSE_S * 1000);
  }
}

async function refresh(piece: HTMLElement): Promise<void> {
  const address = piece.dataset["live"];
  if (address === undefined) {
    return;
  }
  try {
    const answer = await fetch(address, {
      headers: { Accept: "text/html", "Urne-By-Itself": "1" },
      redirect: "error",
    });
    if (answer.ok) {
      const read = new DOMParser().parseFromString(await answer.text(), "text/html");
      piece.replaceChildren(...read.body.childNodes);
    }
  } catch {
    // no network, or the session is over: the figures stay as they are
  }
}
