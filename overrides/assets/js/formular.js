// The forms: one question after the other, and at the end a text that people send as they like.
// Nothing leaves the browser by itself. What is asked and allowed stands in the page, made from the
// models of records; scripts/wirkspur/intake/ reads the text back and writes the same file.

// --- the pure part: answers in, texts out ---
var wirkspurEintrag = (function () {
  "use strict";

  // Signs that no file may hold, or that nobody can see.
  var STEUERND = /[\u0000-\u0008\u000b-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b\u2060\ufeff\ufffe\uffff]|\u{10ffff}|[\ud800-\udfff]/gu;

  function absatz(text) {
    return String(text).replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n").normalize("NFC").replace(STEUERND, "")
      .replace(/[^\S\n]/g, " ").split("\n").map(function (zeile) {
        return zeile.replace(/(\S) +/g, "$1 ").trimEnd();
      }).join("\n").trim();
  }

  function zeile(text) { return absatz(text).replace(/\s+/g, " "); }

  // The answers and what is not asked, without what goes without saying.
  function alle(daten, werte, heute) {
    var ganz = Object.assign({}, werte);
    Object.keys(daten.fest).forEach(function (feld) {
      var wert = daten.fest[feld];
      ganz[feld] = wert === "=heute" ? heute : wert[0] === "=" ? werte[wert.slice(1)] : wert;
    });
    Object.keys(daten.sonst).forEach(function (feld) {
      if (ganz[feld] === daten.sonst[feld]) delete ganz[feld];
    });
    return ganz;
  }

  function liste(wert) { return [].concat(wert === undefined ? [] : wert).filter(Boolean); }

  function worte(z, wert) {
    return Object.prototype.hasOwnProperty.call(z.worte, wert) ? zeile(z.worte[wert]) : wert;
  }

  // --- the readable and exact text (intake/nachricht.py reads it) ---
  function crc32(text) {
    var crc = -1;
    new TextEncoder().encode(text).forEach(function (byte) {
      crc ^= byte;
      for (var i = 0; i < 8; i++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
    });
    return ((crc ^ -1) >>> 0).toString(16).padStart(8, "0");
  }

  function nachricht(daten, werte, heute) {
    var ganz = alle(daten, werte, heute), zeilen = [];
    daten.zeilen.forEach(function (z) {
      liste(ganz[z.feld]).forEach(function (wert) {
        var text = worte(z, wert);
        if (text.indexOf("\n") < 0) return zeilen.push("• " + z.label + ": " + text);
        zeilen.push("• " + z.label + ":");
        text.split("\n").forEach(function (t) { zeilen.push(("¦ " + t).trimEnd()); });
      });
    });
    var text = zeilen.join("\n");
    var quotes = Array.from(text).map(function (zeichen) {
      var stelle = daten.quotes.indexOf(zeichen);
      return stelle < 0 ? "" : String.fromCharCode(97 + stelle);
    }).join("").replace(/.{8}(?=.)/g, "$& ");
    var ende = crc32(daten.was + "\n" + text) + (quotes && " " + quotes);
    return "== Wirkspur: " + daten.was + " ==\n" + text + "\n== Ende: " + ende + " ==\n";
  }

  // --- the file (intake/eintrag.py writes the same) ---
  function skalar(text) {
    var heikel = /^(?:---|\.\.\.)|^[#,[\]{}&*!|>'"%@`]|^[?:-](?: |$)|:(?: |$)| #/.test(text);
    return heikel ? "'" + text.replace(/'/g, "''") + "'" : text;
  }

  function datei(daten, werte, heute) {
    var ganz = alle(daten, werte, heute), kopf = [], offen = "";
    daten.zeilen.forEach(function (z) {
      var wert = ganz[z.feld], teile = z.feld.split(".");
      if (z.feld === "koerper" || !liste(wert).length) return;
      if (teile.length > 1) {
        var erster = offen !== teile[0];
        if (erster) kopf.push(teile[0] + ":");
        kopf.push((erster ? "  - " : "    ") + teile[2] + ": " + skalar(wert));
      } else if (Array.isArray(wert)) {
        kopf.push(z.feld + ":");
        liste(wert).forEach(function (w) { kopf.push("  - " + skalar(w)); });
      } else kopf.push(z.feld + ": " + skalar(wert));
      offen = teile.length > 1 ? teile[0] : "";
    });
    return "---\n" + kopf.join("\n") + "\n---\n\n" + (ganz.koerper || "") + "\n";
  }

  var FALTEN = { "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ı": "i", "ł": "l", "ø": "oe", "đ": "d" };

  function kennung(titel, monat) {
    var wort = titel.normalize("NFC").toLowerCase().replace(/[äöüßıłøđ]/g, function (z) { return FALTEN[z]; })
      .normalize("NFKD").replace(/[\p{Mn}\p{Cf}]/gu, "").replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
    var name = monat + "-" + (wort || "eintrag");
    return name.length > 60 ? name.slice(0, 61).replace(/-[^-]*$/, "") : name;
  }

  // --- dates as people write them (wording/date_text.py) ---
  function ziffern(text) {
    return text.replace(/\p{Nd}/gu, function (z) {
      var stelle = z.codePointAt(0), n = 0;
      while (/\p{Nd}/u.test(String.fromCodePoint(stelle - n - 1))) n++;
      return String(n % 10);
    });
  }

  var FORMEN = [
    /^(?<d>\d{1,2})[./-](?<m>\d{1,2})[./-](?<y>\d{4})$/, /^(?<d>\d{1,2})[./](?<m>\d{1,2})[./](?<yy>\d{2})$/,
    /^(?<y>\d{4})[./-](?<m>\d{1,2})(?:[./-](?<d>\d{1,2}))?$/, /^(?<m>\d{1,2})[./-](?<y>\d{4})$/,
    /^(?:(?<d>\d{1,2})[. -]*)?(?<wort>[a-zäöü]{3,9})[. -]*(?<y>\d{4})$/, /^(?<y>\d{4})$/
  ];

  function ohneUmlaut(text) { return text.replace(/[äöü]/g, function (z) { return FALTEN[z]; }); }

  function datum(text, monate) {
    text = ziffern(text).trim().toLowerCase().replace(/\s*[‐‑‒–—−-]\s*/g, "-").replace(/(\d)\s*([./])\s*(?=\d)/g, "$1$2")
      .replace(/\s+/g, " ").replace(/^(?:am|den) /, "").replace(/[.,;]$/, "");
    var fund = FORMEN.map(function (form) { return form.exec(text); }).filter(Boolean)[0];
    if (!fund) return null;
    var teil = fund.groups, monat = Number(teil.m || 0);
    if (teil.wort) {
      var namen = monate.map(ohneUmlaut), wort = ohneUmlaut(teil.wort);
      monat = namen.findIndex(function (name) { return name.indexOf(wort) === 0; }) + 1;
      if (!monat) return null;
    }
    var jahr = Number(teil.y || (teil.yy > "69" ? "19" : "20") + teil.yy);
    return { jahr: jahr, monat: teil.m || teil.wort ? monat : null, tag: teil.d ? Number(teil.d) : null };
  }

  function zwei(zahl) { return String(zahl).padStart(2, "0"); }

  function iso(d) {
    return String(d.jahr).padStart(4, "0") + (d.monat === null ? "" : "-" + zwei(d.monat)) + (d.tag === null ? "" : "-" + zwei(d.tag));
  }

  // --- what looks private; only simple cases, the gate knows more ---
  // Words behind „Frau“ or „Herr“ that are no names: offices, and things.
  var KEINE = "Kinder|Holle|Mann|Gott|Gesundheit|Hand|Geld|Zeit|Hilfe|Beruf|Anerkennung|Vorsitzende[rn]?|Kollegin|Kollege|Landrat" +
    "|\\p{L}*(?:ung|heit|keit|schaft|tion|zentrum|beratung|treff|leben|kasse|mitglied|meister|minister|präsident|direktor|dezernent|leiter" +
    "|kämmerer|fahrer|arbeiter|lehrer|beauftragte[rn]?|[Bb]eigeordnete[rn]?|sekretär|(?:er|ent|or|är|at|ät)in)";
  var ALS_WORT = "(?:[Ee]ine[rs]?|[Jj]ede[rs]?|[Kk]eine|[Dd]er|[Dd]ie|[Aa]ls|[Dd]iese[rs]?|[Jj]unge|[Aa]lte|[Ää]ltere|[Aa]ndere|und|oder|Thema)\\s";
  var STRASSE = "\\p{Lu}[\\p{L}-]*(?:[ -]?[Ss]tra(?:ß|ss)e|[ -]?[Ss]tr\\.|[ -]?[Ww]eg|[ -]?[Aa]llee|[ -]?[Pp]latz|gasse|ring|ufer|damm)\\s\\d{1,3}(?!\\d)";
  var PRIVAT = {
    mail: /[\p{L}\d][\p{L}\d._+-]*\s?(?:@|[([{]at[)\]}]|\sat\s(?=\S+\s(?:dot|punkt)\s))\s?[\p{L}\d-]+(?:(?:\.|\s\.\s|\s(?:dot|punkt)\s|\s?[([{](?:dot|punkt)[)\]}]\s?)[\p{L}\d-]+)+/giu,
    iban: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,4})?\b/g,
    tel: /(?<![\p{L}\d.,/@-])(?:\+\d{2}|\(?0[1-9])(?:[ ()/.-]{0,3}\d){6,12}(?![\d]|[.:-]\d)/gu,
    anschrift: new RegExp("(?:[Ww]ohn\\p{L}*|lebt|[Zz]u ?[Hh]ause|[Pp]rivat\\p{L}*|Nachbar\\p{L}*|Familie|Frau|Herrn?|Anschrift)[^.!?\\n]{0,60}?" + STRASSE, "gu"),
    name: new RegExp("(?<![\\p{L}-])(?<!" + ALS_WORT + ")(?:Frau|Herrn?|Familie|Fam\\.|Hr\\.)\\s(?:(?:Dr|Prof)\\.\\s)*(?!(?:" + KEINE + ")(?!\\p{L}))\\p{Lu}\\p{L}*\\p{Ll}[\\p{L}'’-]*", "gu"),
    geburt: /geb\.\s(?:19|20)\d{2}(?!\d)|(?:geb\.?|geboren|Geburtsdatum:?)\s(?:am\s)?\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}+)\s?(?:19|20)?\d{2}(?!\d)/gu
  };
  var ANDERE_NUMMER = /(?:nummer|Nr\.?|IS[BS]N|EAN|DOI|Az\.?:?|zeichen|stelle|ID|Vorlage|Drucksache|[§#€])\s*$/;
  var DOCH = /(?:telefon|handy|mobil|ruf|fax)\S*\s*$/i;
  var DATUM = /^\(?\d{1,2}\.[\s-]?\d{1,2}\.|^\d\d[.:]\d\d(?!\d)|^0(?:800|180|137|900|700)/;

  // Which kinds of private things a text seems to hold. `kontakte` may be named everywhere.
  function privat(text, kontakte) {
    text = text.normalize("NFKC").replace(/(?:https?:\/\/|www\.)\S+/g, " ");
    return Object.keys(PRIVAT).filter(function (art) {
      var wo = art === "tel" ? text.replace(PRIVAT.iban, "") : text;
      return Array.from(wo.matchAll(PRIVAT[art])).some(function (fund) {
        var davor = wo.slice(0, fund.index), ist = fund[0].toLowerCase(), nummer = ist.replace(/\D/g, "");
        if (art === "tel" && (DATUM.test(ist) || nummer.length < 8 || (ANDERE_NUMMER.test(davor) && !DOCH.test(davor)))) return false;
        return !kontakte.some(function (kontakt) {
          if (art === "tel") return nummer.length > 5 && nummer === kontakt.replace(/\D/g, "");
          kontakt = kontakt.toLowerCase();
          return art === "mail" && (ist === kontakt || ist.endsWith("@" + kontakt) || ist.endsWith("." + kontakt));
        });
      });
    });
  }

  return {
    absatz: absatz, zeile: zeile, nachricht: nachricht, datei: datei, kennung: kennung,
    datum: datum, iso: iso, ziffern: ziffern, privat: privat, alle: alle, worte: worte, liste: liste
  };
})();

// --- the page ---
(function () {
  "use strict";

  var form = document.getElementById("formular");
  if (!form) return;
  var E = wirkspurEintrag;
  var daten = JSON.parse(form.dataset.daten);
  var fertig = document.getElementById("fertig");
  var felder = Array.from(form.querySelectorAll(".frage")).map(function (frage) { return frage.dataset.feld; });
  var sagen = form.dataset;
  var PLATZ = "wirkspur-entwurf-" + daten.name;
  var TAGE = 30;
  var LAENGE = 6000;
  var bei = felder[0];
  var abgegeben = false;

  function von(id) { return document.getElementById(id); }
  function id(feld) { return feld.replace(/\./g, "-"); }
  function frage(feld) { return von("frage-" + id(feld)); }
  function eingaben(feld) { return Array.from(form.elements[feld] ? form.querySelectorAll('[name="' + feld + '"]') : []); }
  function fuellen(text, worte) {
    return text.replace(/\{(\w+)\}/g, function (_, name) { return worte[name]; });
  }
  function heute() {
    var jetzt = new Date();
    return E.iso({ jahr: jetzt.getFullYear(), monat: jetzt.getMonth() + 1, tag: jetzt.getDate() });
  }
  function inZweiMonaten() {
    var dann = new Date(new Date().getFullYear(), new Date().getMonth() + 2, 1);
    return E.iso({ jahr: dann.getFullYear(), monat: dann.getMonth() + 1, tag: 1 });
  }
  function deutsch(tag) {
    var teile = tag.split(" "), d = teile[0].split("-").map(Number), uhr = teile[1] ? ", " + teile[1] + " Uhr" : "";
    if (!d[1]) return tag;
    var monat = daten.monate[d[1] - 1];
    return (d[2] ? d[2] + ". " : "") + monat[0].toUpperCase() + monat.slice(1) + " " + d[0] + uhr;
  }

  // --- what people typed, and what it means ---
  function getippt(feld) {
    var regeln = daten.fragen[feld], felder = eingaben(feld);
    if (regeln.form === "knoepfe" || regeln.form === "haken") {
      return felder.filter(function (e) { return e.checked; }).map(function (e) { return e.value; });
    }
    return felder.map(function (e) { return e.value; });
  }

  function tippen(feld, werte) {
    eingaben(feld).forEach(function (e, stelle) {
      if (e.type === "radio" || e.type === "checkbox") e.checked = werte.indexOf(e.value) >= 0;
      else e.value = werte[stelle] || "";
    });
  }

  function wert(feld) {
    var form = daten.fragen[feld].form, texte = getippt(feld);
    if (form === "orte" || form === "haken") {
      return texte.filter(function (t, stelle) { return t && texte.indexOf(t) === stelle; });
    }
    var text = texte[0] || "";
    if (form === "liste") {
      return text.split("\n").map(E.zeile).map(function (t) { return t.replace(/^[-•*]\s+/, ""); }).filter(Boolean);
    }
    if (feld === "koerper") return E.absatz(text);
    text = E.zeile(text);
    if (form === "zahl") return E.ziffern(text);
    if (form === "datum" || form === "tag") return alsDatum(text);
    if (form === "zeitpunkt") return alsZeitpunkt(text);
    if (form === "zu") return alsKennung(text);
    if (form === "beleg" && /^www\.\S+$/.test(text)) return "https://" + text;
    return text;
  }

  function alsDatum(text) {
    var d = E.datum(text, daten.monate);
    return d ? E.iso(d) : text;
  }

  function alsZeitpunkt(text) {
    var teile = /^(.*?\d)[\s,]+(?:um )?(\d{1,2})(?:[:.](\d{2}))?(?: ?uhr)?$/i.exec(E.ziffern(text));
    var tag = teile && E.datum(teile[1], daten.monate);
    if (!tag || tag.tag === null || Number(teile[2]) > 23 || Number(teile[3] || 0) > 59) return alsDatum(text);
    return E.iso(tag) + " " + teile[2].padStart(2, "0") + ":" + (teile[3] || "00");
  }

  function alsKennung(text) {
    var klammer = /\[([a-z0-9-]+)\]$/.exec(text), adresse = /\/([a-z0-9-]+)\/?(?:[?#].*)?$/.exec(text);
    if (klammer || adresse) return (klammer || adresse)[1];
    var genau = Array.from(document.querySelectorAll("#zur-wahl option")).filter(function (o) {
      return o.value.replace(/ \[[^[]*$/, "").toLowerCase() === text.toLowerCase();
    })[0];
    return genau ? alsKennung(genau.value) : text;
  }

  function trifft(bedingung, werte) {
    var ist = E.liste(werte[bedingung[0]]);
    if (bedingung[1][0] === "*") return ist.length > 0;
    return bedingung[1].indexOf(ist[0] || "") >= 0;
  }

  function gefragt() {
    var werte = {};
    return felder.filter(function (feld) {
      var regeln = daten.fragen[feld];
      if (regeln.wenn && !trifft(regeln.wenn, werte)) return false;
      werte[feld] = wert(feld);
      return true;
    });
  }

  function antworten() {
    var werte = {};
    gefragt().forEach(function (feld) { werte[feld] = wert(feld); });
    return werte;
  }

  // --- checking, in the words of the gate ---
  function fehler(feld) {
    var regeln = daten.fragen[feld], ist = wert(feld), texte = E.liste(ist), t = daten.texte;
    var worte = { name: regeln.label, wert: texte[0] || "", grenze: regeln.laenge };
    var noetig = regeln.pflicht || (regeln.pflicht_wenn && trifft(regeln.pflicht_wenn, antworten()));
    if (!texte.length) return noetig ? fuellen(t.fehlt, worte) : "";
    var lang = texte.filter(function (text) { return regeln.laenge && Array.from(text).length > regeln.laenge; })[0];
    if (lang) return fuellen(t.lang, Object.assign(worte, { anzahl: Array.from(lang).length }));
    if (regeln.form === "datum" || regeln.form === "tag" || regeln.form === "zeitpunkt") return datumsFehler(regeln.form, ist, worte);
    if (regeln.form === "zahl") {
      if (!/^\d{1,12}$/.test(ist)) return fuellen(t.zahl, worte);
      if (regeln.von !== undefined && Number(ist) < regeln.von) return fuellen(t.mindestens, Object.assign(worte, { grenze: regeln.von }));
      if (regeln.bis !== undefined && Number(ist) > regeln.bis) return fuellen(t.hoechstens, Object.assign(worte, { grenze: regeln.bis }));
    }
    if (regeln.form === "beleg" && !/^https?:\/\/[\p{L}\d-]+(\.[\p{L}\d-]+)+(:\d+)?([/?#][^\s<>"„“”«»‹›]*)?$/u.test(ist) && !/^[a-z0-9][a-z0-9-]*$/.test(ist)) return fuellen(t.beleg, worte);
    if (feld === "zu" || feld === "ziel") {
      var schlecht = texte.filter(function (text) { return !/^[a-z0-9][a-z0-9-]*$/.test(text); })[0];
      if (schlecht) return fuellen(t.kennung, { wert: schlecht });
    }
    return "";
  }

  function datumsFehler(form, ist, worte) {
    var t = daten.texte, d = E.datum(ist.split(" ")[0], daten.monate);
    var grund = "";
    if (!d || E.iso(d) !== ist.split(" ")[0]) return fuellen(t[form], worte);
    if (d.jahr < daten.jahre[0] || d.jahr > daten.jahre[1]) return fuellen(t.jahr, { jahr: d.jahr });
    if (d.monat !== null && (d.monat < 1 || d.monat > 12)) grund = fuellen(t.monat, { monat: d.monat });
    else if (d.tag !== null) {
      var tage = new Date(Date.UTC(d.jahr, d.monat, 0)).getUTCDate(), monat = daten.monate[d.monat - 1];
      if (d.tag < 1 || d.tag > tage) grund = fuellen(t.tage, { monat: monat[0].toUpperCase() + monat.slice(1), jahr: d.jahr, tage: tage });
    }
    if (grund) return fuellen(t.nie, worte) + " " + grund;
    if (form !== "datum" && d.tag === null) return fuellen(t.genau, worte);
    return /^\S+( \d\d:\d\d)?$/.test(ist) ? "" : fuellen(t[form], worte);
  }

  function persoenlich(feld) {
    if (!/^(zeile|text|liste|beleg)$/.test(daten.fragen[feld].form)) return [];
    return E.privat(E.liste(wert(feld)).join("\n"), daten.kontakte);
  }

  // Says what is wrong with a question, and what may be private. Gives whether it is all right.
  function pruefen(feld) {
    var falsch = fehler(feld), ort = von("fehler-" + id(feld)), warnung = von("warnung-" + id(feld));
    if (ort.textContent !== falsch) ort.textContent = falsch;
    frage(feld).classList.toggle("falsch", Boolean(falsch));
    eingaben(feld).forEach(function (e, stelle) {
      if (e.type === "radio" || e.type === "checkbox" || stelle) return;
      if (falsch) e.setAttribute("aria-invalid", "true");
      else e.removeAttribute("aria-invalid");
    });
    var funde = persoenlich(feld).map(function (art) { return daten.privat[art]; });
    var hinweis = !funde.length ? "" : sagen.privat + " " + funde.map(function (f) { return f[0] + "."; }).join(" ") +
      " " + sagen.besser + " „" + funde[0][1] + "“";
    var ist = wert(feld);
    if (!falsch && !hinweis && /^(datum|tag|zeitpunkt)$/.test(daten.fragen[feld].form) && ist && ist !== getippt(feld)[0]) {
      hinweis = sagen.verstanden + " " + deutsch(ist);
    }
    warnung.classList.toggle("gut", hinweis.indexOf(sagen.verstanden) === 0);
    if (warnung.textContent !== hinweis) warnung.textContent = hinweis;
    return !falsch;
  }

  function uebrig(feld) {
    var ort = von("uebrig-" + id(feld));
    if (!ort) return;
    var rest = Number(ort.dataset.grenze) - Array.from(getippt(feld)[0] || "").length;
    ort.textContent = rest < 60 && rest >= 0 ? fuellen(sagen.uebrig, { n: rest }) : "";
  }

  // --- the draft, on this device only ---
  function merken() {
    if (abgegeben) return;
    var werte = {};
    felder.forEach(function (feld) { werte[feld] = getippt(feld); });
    try {
      localStorage.setItem(PLATZ, JSON.stringify({ am: Date.now(), bei: bei, werte: werte }));
      entwurf(sagen.entwurf, true);
    } catch (e) { /* storage may be forbidden; then there is no draft */ }
  }

  function vergessen() {
    try { localStorage.removeItem(PLATZ); } catch (e) { /* then there is none */ }
  }

  function entwurf(text, da) {
    var ort = form.querySelector(".entwurf");
    ort.hidden = false;
    form.classList.toggle("begonnen", da);
    ort.querySelector("button").hidden = !da;
    var span = ort.querySelector("span");
    if (span.textContent !== text) span.textContent = text;
  }

  function erinnern() {
    var alt = null;
    try { alt = JSON.parse(localStorage.getItem(PLATZ)); } catch (e) { /* none, or one of another time */ }
    if (!alt || !alt.werte) return false;
    if (Date.now() - alt.am > TAGE * 86400000) { vergessen(); return false; }
    felder.forEach(function (feld) { if (alt.werte[feld]) tippen(feld, alt.werte[feld]); });
    if (felder.indexOf(alt.bei) >= 0) bei = alt.bei;
    entwurf(sagen.wieder, true);
    return true;
  }

  function anfangen() {
    form.reset();
    form.querySelectorAll("[data-anfang]").forEach(function (e) {
      e.value = e.dataset.anfang === "heute" ? heute() : e.dataset.anfang ? inZweiMonaten() : "";
      if (e.value) e.value = e.value.split("-").reverse().map(Number).join(".");
    });
    bei = felder[0];
  }

  // --- one question at a time ---
  function zeigen(feld, springen) {
    var reihe = gefragt();
    if (reihe.indexOf(feld) < 0) feld = reihe[0];
    bei = feld;
    felder.forEach(function (f) { frage(f).hidden = f !== feld; });
    var stelle = reihe.indexOf(feld) + 1;
    von("fortschritt").textContent = fuellen(sagen.fortschritt, { n: stelle, m: reihe.length });
    form.querySelector("[data-weg=zurueck]").hidden = stelle === 1;
    form.querySelector("[type=submit]").textContent = stelle === reihe.length ? sagen.letzte : sagen.weiter;
    form.hidden = false;
    fertig.hidden = true;
    document.querySelector(".vorher").hidden = stelle > 1;
    uebrig(feld);
    if (springen) { frage(feld).focus(); form.scrollIntoView(); }
  }

  function gehen(ziel) {
    history.pushState({ frage: ziel }, "");
    if (ziel === "fertig") abschliessen(); else zeigen(ziel, true);
  }

  window.addEventListener("popstate", function (event) {
    var ziel = event.state && event.state.frage;
    if (ziel === "fertig") abschliessen(); else zeigen(ziel || felder[0], true);
  });

  // Pressing a button must not leave the field before: a message would push the button away.
  form.querySelector(".knoepfe").addEventListener("mousedown", function (event) { event.preventDefault(); });

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var gesehen = von("warnung-" + id(bei)).textContent, gut = pruefen(bei);
    if (gut && persoenlich(bei).length && von("warnung-" + id(bei)).textContent !== gesehen) return;
    if (!gut) {
      var erste = eingaben(bei)[0];
      (eingaben(bei).filter(function (e) { return e.checked; })[0] || erste).focus();
      return;
    }
    var reihe = gefragt(), stelle = reihe.indexOf(bei);
    gehen(reihe[stelle + 1] || "fertig");
    merken();
  });

  document.addEventListener("click", function (event) {
    var knopf = event.target.closest("[data-weg]"), weg = knopf && knopf.dataset.weg;
    if (weg === "zurueck") { var reihe = gefragt(); gehen(reihe[Math.max(0, reihe.indexOf(bei) - 1)]); }
    if (weg === "nochmal") gehen(gefragt()[0]);
    if (weg === "aendern") gehen(knopf.dataset.feld);
    if (weg === "loeschen" && window.confirm(sagen.sicher)) {
      vergessen();
      anfangen();
      felder.forEach(function (feld) { von("fehler-" + id(feld)).textContent = von("warnung-" + id(feld)).textContent = ""; });
      zeigen(felder[0], true);
      entwurf(sagen.geloescht, false);
    }
  });

  form.addEventListener("input", function (event) {
    var feld = event.target.name;
    abgegeben = false;
    if (frage(feld).classList.contains("falsch")) pruefen(feld);
    uebrig(feld);
    merken();
  });

  // Leaving a field that holds something: say at once what is wrong with it.
  form.addEventListener("change", function (event) { if (daten.fragen[event.target.name]) pruefen(event.target.name); });

  // --- the finished entry ---
  function abschliessen() {
    var reihe = gefragt();
    var schlecht = reihe.filter(function (feld) { return fehler(feld); })[0];
    if (schlecht) { zeigen(schlecht, true); pruefen(schlecht); return; }
    var werte = antworten(), text = E.nachricht(daten, werte, heute());
    var tafel = fertig.querySelector(".antworten"), privat = von("privat"), auffaellig = [];
    tafel.textContent = "";
    reihe.forEach(function (feld) {
      var z = daten.zeilen.filter(function (zeile) { return zeile.feld === feld; })[0];
      var label = frage(feld).querySelector("label, legend").firstChild.textContent.trim();
      var teil = document.createElement("div"), dt = document.createElement("dt"), dd = document.createElement("dd");
      teil.className = "feld";
      dt.textContent = label;
      var worte = E.liste(werte[feld]).map(function (w) { return E.worte(z, w).replace(/ \[[a-z0-9-]+\]$/, ""); });
      if (feld === "zu") worte = [getippt(feld)[0]];
      if (/^(datum|tag|zeitpunkt)$/.test(daten.fragen[feld].form)) worte = worte.map(deutsch);
      var antwort = document.createElement("p");
      antwort.textContent = worte.join("\n") || sagen.leer;
      if (!worte.length) antwort.className = "leer";
      dd.append(antwort, knopf(feld, label));
      teil.append(dt, dd);
      tafel.append(teil);
      persoenlich(feld).forEach(function (art) { auffaellig.push([label, daten.privat[art][0], feld]); });
    });
    var punkte = privat.querySelector("ul");
    punkte.textContent = "";
    auffaellig.forEach(function (fund) {
      var li = document.createElement("li");
      li.append(fund[0] + " – " + fund[1] + " ", knopf(fund[2], fund[0]));
      punkte.append(li);
    });
    privat.hidden = !auffaellig.length;
    von("privat-gut").checked = false;
    von("abgeben").hidden = auffaellig.length > 0;
    von("nachricht").value = text;
    von("erledigt").textContent = von("kopiert").textContent = "";
    wege(werte, text);
    form.hidden = true;
    document.querySelector(".vorher").hidden = true;
    fertig.hidden = false;
    von("fertig-titel").focus();
    fertig.scrollIntoView();
  }

  function knopf(feld, label) {
    var knopf = document.createElement("button"), mehr = document.createElement("span");
    knopf.type = "button";
    knopf.className = "leise nur-schirm";
    knopf.dataset.weg = "aendern";
    knopf.dataset.feld = feld;
    mehr.className = "nur-vorlesen";
    mehr.textContent = label;
    knopf.append(sagen.aendern + " ", mehr);
    return knopf;
  }

  von("privat-gut").addEventListener("change", function () { von("abgeben").hidden = !this.checked; });

  // --- the ways to hand it in ---
  function wege(werte, text) {
    var ganz = E.alle(daten, werte, heute());
    var monat = (ganz.eingebracht || ganz["verlauf.0.datum"] || heute()).slice(0, 7);
    var name = daten.neu ? E.kennung(ganz.titel, monat) + daten.endung : daten.name + "-" + ganz.zu + ".txt";
    var inhalt = daten.neu ? E.datei(daten, werte, heute()) : text;
    var datei = von("weg-datei");
    if (/^blob:/.test(datei.href)) URL.revokeObjectURL(datei.href);
    datei.href = URL.createObjectURL(new Blob([inhalt], { type: "text/plain;charset=utf-8" }));
    datei.download = name;

    fertig.querySelectorAll("[data-fuer]").forEach(function (weg) {
      weg.hidden = !(weg.dataset.fuer === "post" ? sagen.post : weg.dataset.fuer === "schmiede" ? sagen.schmiede : !sagen.post);
    });
    if (sagen.post) {
      var kopf = "mailto:" + sagen.post + "?subject=" + encodeURIComponent(sagen.betreff + (ganz.titel || getippt("zu")[0]));
      lang("weg-post", kopf, kopf + "&body=" + encodeURIComponent(text.replace(/\n/g, "\r\n")));
    }
    if (sagen.schmiede) {
      var leer = sagen.schmiede + "?" + sagen.schmiedeDatei + "=" + encodeURIComponent(name);
      lang("weg-schmiede", leer, leer + "&" + sagen.schmiedeInhalt + "=" + encodeURIComponent(inhalt));
    }
  }

  function lang(weg, leer, voll) {
    var zuLang = voll.length > LAENGE, ort = von(weg), li = ort.closest("li");
    ort.href = zuLang ? leer : voll;
    li.querySelector(".zu-lang").hidden = !zuLang;
  }

  function abgeben() {
    abgegeben = true;
    vergessen();
    von("erledigt").textContent = sagen.abgegeben;
    form.querySelector(".entwurf").hidden = true;
  }

  ["weg-post", "weg-datei", "weg-schmiede"].forEach(function (weg) {
    if (von(weg)) von(weg).addEventListener("click", abgeben);
  });
  von("weg-druck").addEventListener("click", function () { abgeben(); window.print(); });
  von("weg-kopieren").addEventListener("click", function () {
    var feld = von("nachricht"), sagt = von("kopiert");
    function gut() { sagt.textContent = sagt.dataset.ja; abgeben(); }
    function selbst() {
      feld.select();
      if (document.execCommand("copy")) gut(); else sagt.textContent = sagt.dataset.nein;
    }
    if (navigator.clipboard) navigator.clipboard.writeText(feld.value).then(gut, selbst);
    else selbst();
  });

  // --- begin ---
  felder.forEach(function (feld) {
    var ort = frage(feld);
    ort.tabIndex = -1;
    if (ort.tagName === "DIV") ort.setAttribute("role", "group");
    ort.setAttribute("aria-labelledby", "fortschritt wort-" + id(feld));
  });
  form.classList.add("schrittweise");
  form.querySelector(".knoepfe").hidden = von("fortschritt").hidden = false;
  anfangen();
  erinnern();
  var zu = new URLSearchParams(location.search).get("zu");
  if (zu && daten.fragen.zu && /^[a-z0-9-]+$/.test(zu)) {
    var bekannt = Array.from(document.querySelectorAll("#zur-wahl option")).filter(function (o) { return o.value.endsWith(" [" + zu + "]"); })[0];
    tippen("zu", [bekannt ? bekannt.value : zu]);
  }
  history.replaceState({ frage: bei }, "");
  zeigen(bei, false);
})();
