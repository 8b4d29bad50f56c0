// Filters a long list. Which rows a choice finds stands in filter.json; the rows themselves are taken
// from the sheets of the list, so nothing is written twice. The choices stand in the address.
(function () {
  "use strict";

  var form = document.getElementById("filter");
  var liste = document.getElementById("zeilen");
  if (!form || !liste || !window.fetch || !window.URLSearchParams) return;

  var details = form.querySelector("details");
  var wieviele = form.querySelector(".filter-wieviele");
  var aktiv = form.querySelector(".filter-aktiv");
  var stand = document.querySelector(".liste > .anzahl");
  var nichts = document.querySelector(".liste > .nichts");
  var mehr = document.querySelector(".liste > .mehr button");
  var blaettern = document.querySelector(".liste > .blaettern");
  var felder = Array.from(form.querySelectorAll("select"));
  var jeBlatt = Number(form.dataset.jeBlatt);
  var gesamt = Number(form.dataset.anzahl);
  var hier = location.pathname;
  var AUF_EINMAL = 20;
  var NEUE_BLAETTER = 7;

  var anfang = { zeilen: Array.from(liste.children), stand: stand.textContent };
  var blaetter = { 0: Promise.resolve(anfang.zeilen) };
  var daten = null;
  var gefunden = [];
  var gezeigt = 0;
  var lauf = 0;

  felder.forEach(function (feld) {
    Array.from(feld.options).forEach(function (option) {
      option.dataset.wort = option.textContent.replace(/ \(\d+\)$/, "");
    });
  });

  function zahl(n) { return n.toLocaleString("de-DE"); }

  function holen(adresse) {
    // "no-cache" asks whether it is still the newest: rows and sheets must be of the same day.
    return fetch(adresse, { cache: "no-cache" }).then(function (antwort) {
      if (!antwort.ok) throw new Error(antwort.status);
      return antwort;
    });
  }

  function laden() {
    daten = daten || holen(form.dataset.zeilen).then(function (antwort) { return antwort.json(); });
    return daten;
  }

  function blatt(nummer) {
    if (!blaetter[nummer]) {
      var adresse = new URL("seite/" + (nummer + 1) + "/", new URL(hier, location.href));
      blaetter[nummer] = holen(adresse).then(function (antwort) { return antwort.text(); }).then(function (html) {
        var zeilen = new DOMParser().parseFromString(html, "text/html").getElementById("zeilen");
        zeilen.querySelectorAll("a[href]").forEach(function (link) {
          link.href = new URL(link.getAttribute("href"), adresse).href;
        });
        return Array.from(zeilen.children);
      });
    }
    return blaetter[nummer];
  }

  function zeile(nummer) {
    return blatt(Math.floor(nummer / jeBlatt)).then(function (zeilen) {
      return document.importNode(zeilen[nummer % jeBlatt], true);
    });
  }

  // --- the choices, in the form and in the address ---

  function gewaehlt() {
    return felder.filter(function (feld) { return feld.value; });
  }

  function filternd() {
    return gewaehlt().filter(function (feld) { return feld.name !== "folge"; });
  }

  function ausAdresse() {
    var werte = new URLSearchParams(location.search);
    felder.forEach(function (feld) {
      var wert = werte.get(feld.name) || "";
      feld.value = wert;
      if (feld.value !== wert) {
        // A link may name what finds nothing; showing everything instead would mislead.
        var option = new Option(wert, wert, true, true);
        option.dataset.wort = wert;
        feld.add(option);
      }
    });
  }

  function inAdresse() {
    var werte = new URLSearchParams();
    gewaehlt().forEach(function (feld) { werte.set(feld.name, feld.value); });
    var text = werte.toString();
    history.pushState(null, "", hier + (text ? "?" + text : ""));
  }

  function loesen(felderWeg) {
    felderWeg.forEach(function (feld) { feld.value = ""; });
    inAdresse();
    zeigen();
  }

  function taste(text, vorlesen, tun) {
    var li = document.createElement("li");
    var knopf = document.createElement("button");
    knopf.type = "button";
    knopf.textContent = text;
    knopf.setAttribute("aria-label", vorlesen);
    knopf.addEventListener("click", function () {
      tun();
      (aktiv.querySelector("button") || details.querySelector("summary")).focus();
    });
    li.append(knopf);
    aktiv.append(li);
    return knopf;
  }

  function chips() {
    var felderDa = gewaehlt();
    aktiv.textContent = "";
    aktiv.hidden = !felderDa.length;
    wieviele.textContent = felderDa.length ? "(" + felderDa.length + " gewählt)" : "";
    felderDa.forEach(function (feld) {
      var text = feld.labels[0].textContent.replace("?", "") + ": " + feld.selectedOptions[0].dataset.wort;
      taste(text + " ✕", text + ", wegnehmen", function () { loesen([feld]); });
    });
    if (felderDa.length) {
      taste("Alle zurücksetzen", "Alle Filter zurücksetzen", function () { loesen(felder); }).className = "alle";
    }
  }

  // --- which rows, and how many each choice would find ---

  function suchen(inhalt) {
    var pruefungen = inhalt.facetten.map(function (facette) {
      var feld = form.elements[facette.name];
      var ort = facette.werte.indexOf(feld.value);
      return {
        feld: feld,
        facette: facette,
        passt: facette.mengen.map(function (menge) { return !feld.value || menge.indexOf(ort) >= 0; }),
        anzahl: facette.mengen.map(function () { return 0; })
      };
    });
    var treffer = [];
    for (var nummer = 0; nummer < gesamt; nummer++) {
      var daneben = 0;
      var welche = null;
      for (var i = 0; i < pruefungen.length && daneben < 2; i++) {
        if (!pruefungen[i].passt[pruefungen[i].facette.zeilen[nummer]]) {
          daneben++;
          welche = pruefungen[i];
        }
      }
      if (!daneben) treffer.push(nummer);
      if (daneben < 2) {
        // A facet counts what would be found if only its own choice were another.
        (daneben ? [welche] : pruefungen).forEach(function (p) { p.anzahl[p.facette.zeilen[nummer]]++; });
      }
    }
    pruefungen.forEach(zaehlen);
    if (form.elements.folge.value) {
      treffer.sort(function (a, b) { return inhalt.tage[b] - inhalt.tage[a] || a - b; });
    }
    return treffer;
  }

  function zaehlen(pruefung) {
    var je = pruefung.facette.werte.map(function () { return 0; });
    pruefung.facette.mengen.forEach(function (menge, nummer) {
      menge.forEach(function (wert) { je[wert] += pruefung.anzahl[nummer]; });
    });
    Array.from(pruefung.feld.options).slice(1).forEach(function (option) {
      var anzahl = je[pruefung.facette.werte.indexOf(option.value)] || 0;
      option.textContent = option.dataset.wort + " (" + anzahl + ")";
      option.disabled = !anzahl && !option.selected;
    });
  }

  // --- showing them ---

  // In a long list a few rows may lie on as many sheets: then fewer are shown at once.
  function naechste(anzahl) {
    var neu = {};
    var teil = gefunden.slice(gezeigt, gezeigt + anzahl);
    var genug = teil.findIndex(function (nummer) {
      var welches = Math.floor(nummer / jeBlatt);
      if (!blaetter[welches]) neu[welches] = true;
      return Object.keys(neu).length > NEUE_BLAETTER;
    });
    return genug < 0 ? teil : teil.slice(0, genug);
  }

  function weiter(anzahl, dieser) {
    return Promise.all(naechste(anzahl).map(zeile)).then(function (neue) {
      if (dieser !== lauf) return null;
      gezeigt += neue.length;
      liste.append.apply(liste, neue);
      mehr.hidden = gezeigt >= gefunden.length;
      history.replaceState({ gezeigt: gezeigt }, "");
      return neue[0];
    });
  }

  function zeigen() {
    var dieser = ++lauf;
    chips();
    if (!gewaehlt().length && !daten) return Promise.resolve();
    liste.setAttribute("aria-busy", "true");
    var bisher = (history.state && history.state.gezeigt) || AUF_EINMAL;
    return laden().then(function (inhalt) {
      if (dieser !== lauf) return null;
      gefunden = suchen(inhalt);
      gezeigt = 0;
      var alle = !gewaehlt().length;
      if (blaettern) blaettern.hidden = !alle;
      nichts.hidden = gefunden.length > 0;
      if (alle) {
        liste.replaceChildren.apply(liste, anfang.zeilen);
        stand.textContent = anfang.stand;
        mehr.hidden = true;
        return null;
      }
      var ende = liste.children.length;
      // On a phone the number below lies far away while one chooses.
      if (filternd().length) {
        wieviele.textContent = "(" + gewaehlt().length + " gewählt, " + zahl(gefunden.length) + " gefunden)";
      }
      return weiter(bisher, dieser).then(function () {
        if (dieser !== lauf) return;
        for (; ende; ende--) liste.firstElementChild.remove();
        stand.textContent = filternd().length
          ? zahl(gefunden.length) + " von " + zahl(gesamt) + " " + form.dataset.was
          : zahl(gesamt) + " " + form.dataset.was;
      });
    }).catch(function () {
      if (dieser !== lauf) return;
      daten = null;
      blaetter = { 0: blaetter[0] };
      stand.textContent = "Das Filtern geht gerade nicht. Bitte prüfen Sie das Internet und laden Sie die Seite neu.";
    }).then(function () {
      if (dieser === lauf) liste.removeAttribute("aria-busy");
    });
  }

  form.addEventListener("change", function () { inAdresse(); zeigen(); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && details.open && event.target.tagName !== "SELECT") {
      details.open = false;
      details.querySelector("summary").focus();
    }
  });
  mehr.addEventListener("click", function () {
    weiter(AUF_EINMAL, lauf).then(function (erste) {
      if (erste) erste.querySelector("a").focus();
    }).catch(function () { stand.textContent = "Das hat nicht geklappt. Bitte versuchen Sie es noch einmal."; });
  });
  window.addEventListener("popstate", function () { ausAdresse(); zeigen(); });

  ausAdresse();
  form.hidden = false;
  details.open = location.hash === "#filter" || window.matchMedia("(min-width: 48rem)").matches;
  zeigen();
})();
