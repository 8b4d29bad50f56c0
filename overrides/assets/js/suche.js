// The search page. Pagefind loads the few pieces of its index that a word needs, and only when asked.
const seite = document.getElementById("suche");
const form = seite.querySelector("form");
const feld = form.elements.q;
const arten = seite.querySelector(".such-arten");
const stand = seite.querySelector("[role=status]");
const liste = seite.querySelector(".treffer");
const mehr = seite.querySelector(".mehr button");
const AUF_EINMAL = 6;

// The kind of a page is known by its name in the index; the most frequent one is not written down.
const HAEUFIGSTE = arten.querySelector("[data-haeufigste]").value;

// Stop words are not in the index; each is a sign of its own there (suchtext.py).
const STOPP = seite.dataset.stoppworte.split(" ");
const GROSS = STOPP.map((wort) => wort[0].toUpperCase() + wort.slice(1));
const WORTE = [...STOPP, ...GROSS];
const STAENDE = JSON.parse(seite.dataset.staende);

let pagefind = null;
let gefunden = [];
let gezeigt = 0;
let lauf = 0;

function laden() {
  pagefind ||= Promise.all([
    import("../../pagefind/pagefind.js").then(async (modul) => {
      await modul.options({ noWorker: true, excerptLength: 26 });
      return modul;
    }),
    fetch(new URL("../../pagefind/arten.json", import.meta.url)).then((antwort) => antwort.json()),
  ]);
  return pagefind;
}

function lesbar(text) {
  return text.replace(/[\ue000-\uefff]/g, (zeichen) => WORTE[zeichen.charCodeAt(0) - 0xe000] || "");
}

function gesucht(text) {
  const worte = text.replace(/["„“”«»]/g, " ").trim().split(/\s+/);
  const wichtig = worte.filter((wort) => !STOPP.includes(wort.toLowerCase()));
  return wichtig.join(" ");
}

// Where no page has a word, Pagefind takes pages with another word that begins alike: „x“ for „xyzqq“.
// A hit is one only if a marked word, or one of its title, is the word or another form of it.
const FORM = /^(e|en|er|es|em|ern|n|s|se|in|innen|ung|ungen|et|t|te)?$/;

function gefaltet(wort) {
  return wort.toLowerCase().replace(/ß/g, "ss").replace(/([aou])e/g, "$1").normalize("NFD").replace(/[^a-z0-9]/g, "");
}

function verwandt(gesuchtes, wort) {
  let gleich = 0;
  while (gleich < gesuchtes.length && gesuchtes[gleich] === wort[gleich]) gleich += 1;
  const rest = gesuchtes.slice(gleich);
  return !rest || (gleich > 2 && FORM.test(rest) && FORM.test(wort.slice(gleich)));
}

function passt(worte, daten) {
  const seiner = new DOMParser().parseFromString(daten.excerpt, "text/html").querySelectorAll("mark");
  const stellen = Array.from(seiner, (marke) => marke.textContent).concat(daten.meta.title.split(/[^\p{L}\p{N}]+/u));
  const gefaltete = stellen.map((stelle) => gefaltet(lesbar(stelle))).filter(Boolean);
  return worte.split(" ").map(gefaltet).some((wort) => gefaltete.some((stelle) => verwandt(wort, stelle)));
}

function neu(name, klasse, ...inhalt) {
  const teil = document.createElement(name);
  if (klasse) teil.className = klasse;
  teil.append(...inhalt);
  return teil;
}

function zeichen(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  svg.setAttribute("class", "zeichen");
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", "#z-" + name);
  svg.append(use);
  return svg;
}

// Pagefind gives HTML with <mark>; only its texts and marks are taken over.
function auszug(daten) {
  const gelesen = new DOMParser().parseFromString(daten.excerpt, "text/html").body;
  const text = gelesen.textContent;
  const teile = Array.from(gelesen.childNodes, (teil) => {
    const wort = lesbar(teil.textContent);
    return teil.nodeName === "MARK" ? neu("mark", "", wort) : wort;
  });
  if (!daten.content.startsWith(text)) teile.unshift("… ");
  if (!daten.content.endsWith(text)) teile.push(" …");
  return teile;
}

function zeile({ art, daten }) {
  const link = neu("a", "", daten.meta.title);
  link.href = daten.url;
  const worum = neu("p", "such-worum", neu("span", "marke", art));
  if (daten.meta.stand) {
    const [wort, wie] = STAENDE[daten.meta.stand.charCodeAt(0) - 0xf000] || [daten.meta.stand, "offen"];
    worum.append(neu("span", "status status-" + wie, zeichen(wie), " " + wort));
  }
  return neu("li", "", neu("h2", "", link), worum, neu("p", "such-auszug", ...auszug(daten)));
}

async function weiter(dieser) {
  const naechste = gefunden.slice(gezeigt, gezeigt + AUF_EINMAL);
  const teil = await Promise.all(naechste.map(async ({ art, treffer }) => ({ art, daten: await treffer.data() })));
  if (dieser !== lauf) return null;
  gezeigt += teil.length;
  const neue = teil.map(zeile);
  liste.append(...neue);
  mehr.hidden = gezeigt >= gefunden.length;
  return neue[0];
}

function waehlbar(alle, art) {
  const anzahl = {};
  for (const treffer of alle) anzahl[treffer.art] = (anzahl[treffer.art] || 0) + 1;
  arten.hidden = alle.length === 0;
  for (const knopf of arten.querySelectorAll("input")) {
    const wort = knopf.nextElementSibling;
    wort.dataset.wort ||= wort.textContent;
    const wieviele = knopf.value ? anzahl[knopf.value] || 0 : alle.length;
    wort.textContent = wort.dataset.wort + " (" + wieviele.toLocaleString("de-DE") + ")";
    knopf.checked = knopf.value === art;
    knopf.parentElement.hidden = !wieviele && !knopf.checked;
  }
}

async function suchen() {
  const dieser = ++lauf;
  const adresse = new URLSearchParams(location.search);
  const text = (adresse.get("q") || "").trim();
  const art = adresse.get("art") || "";
  feld.value = text;
  liste.replaceChildren();
  mehr.hidden = true;
  seite.classList.toggle("gesucht", Boolean(text));
  document.title = document.title.replace(/^(.*? – )?Suche/, (text ? "„" + text + "“ – " : "") + "Suche");
  if (!text) {
    arten.hidden = true;
    stand.textContent = "";
    return;
  }
  const worte = gesucht(text);
  if (!worte) {
    arten.hidden = true;
    stand.textContent = "„" + text + "“ steht auf fast jeder Seite. Bitte suchen Sie ein anderes Wort.";
    return;
  }
  stand.textContent = "Suche läuft …";
  try {
    const [modul, artVon] = await laden();
    const ergebnis = await modul.search(worte);
    if (dieser !== lauf) return;
    const alle = ergebnis.results.map((treffer) => ({ treffer, art: artVon[treffer.id] || HAEUFIGSTE }));
    const erste = await Promise.all(alle.slice(0, AUF_EINMAL).map(({ treffer }) => treffer.data()));
    if (dieser !== lauf) return;
    if (!erste.some((daten) => passt(worte, daten))) alle.length = 0;
    gefunden = art ? alle.filter((treffer) => treffer.art === art) : alle;
    gezeigt = 0;
    waehlbar(alle, art);
    await weiter(dieser);
    if (dieser !== lauf) return;
    const n = gefunden.length;
    stand.textContent = n
      ? n.toLocaleString("de-DE") + " Treffer für „" + text + "“"
      : "Kein Treffer für „" + text + "“. Bitte prüfen Sie, ob alles richtig geschrieben ist, oder suchen Sie ein kürzeres Wort.";
  } catch (fehler) {
    if (dieser !== lauf) return;
    pagefind = null;
    stand.textContent = "Die Suche geht gerade nicht. Bitte laden Sie die Seite neu, oder sehen Sie in den Listen nach.";
  }
}

function gehen(art) {
  const adresse = new URLSearchParams();
  if (feld.value.trim()) adresse.set("q", feld.value.trim());
  if (art) adresse.set("art", art);
  history.pushState(null, "", "?" + adresse);
  suchen();
}

form.addEventListener("submit", (event) => { event.preventDefault(); gehen(""); });
arten.addEventListener("change", (event) => gehen(event.target.value));
mehr.addEventListener("click", async () => (await weiter(lauf))?.querySelector("a").focus());
window.addEventListener("popstate", suchen);
suchen();
