// Whether a place is open at this moment, where its hours are the same every week. On days that may be holidays,
// and when the page is older than the days it knows, nothing is said.
(function () {
  "use strict";
  var TAGE = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"];
  var KURZ = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
  var TAG = 1440, WOCHE = 10080;

  function dort(zone) {
    var found = {};
    new Intl.DateTimeFormat("en-US", {
      timeZone: zone, hourCycle: "h23", weekday: "short", year: "numeric", month: "2-digit", day: "2-digit",
      hour: "2-digit", minute: "2-digit"
    }).formatToParts(new Date()).forEach(function (part) { found[part.type] = part.value; });
    return {
      tag: found.year + "-" + found.month + "-" + found.day,
      minute: KURZ.indexOf(found.weekday) * TAG + Number(found.hour) * 60 + Number(found.minute)
    };
  }

  function spaeter(tag, tage) {
    return new Date(Date.parse(tag) + tage * 86400000).toISOString().slice(0, 10);
  }

  function uhr(minute) {
    var stunde = Math.floor(minute % TAG / 60), rest = minute % 60;
    return (stunde || "0") + (rest ? ":" + String(rest).padStart(2, "0") : "") + " Uhr";
  }

  function wort(tage, minute) {
    if (tage === 0) return "heute";
    return tage === 1 ? "morgen" : "am " + TAGE[Math.floor(minute % WOCHE / TAG)];
  }

  function schluss(ende, spannen) {
    // What goes on without a gap is one time: a whole day after a whole day.
    for (var i = 0; i < 8; i++) {
      var weiter = spannen.find(function (s) { return s[0] % WOCHE === ende % WOCHE; });
      if (!weiter) return ende;
      ende += weiter[1] - weiter[0];
    }
    return Infinity;
  }

  function zeigen(stelle) {
    var daten = stelle.dataset, jetzt = dort(daten.zone), nicht = daten.nicht.split(" ");
    var spannen = daten.woche.split(" ").map(function (s) { return s.split("-").map(Number); });
    var gewiss = function (tage) {
      var tag = spaeter(jetzt.tag, tage);
      return tag <= daten.bis && nicht.indexOf(tag) < 0;
    };
    stelle.hidden = true;
    if (!gewiss(0)) return;
    var laeuft = spannen.map(function (s) {
      return jetzt.minute < s[0] && jetzt.minute + WOCHE < s[1] ? [s[0] - WOCHE, s[1] - WOCHE] : s;
    }).find(function (s) { return s[0] <= jetzt.minute && jetzt.minute < s[1]; });
    if (laeuft && Math.floor(laeuft[0] / TAG) < Math.floor(jetzt.minute / TAG) && !gewiss(-1)) return;
    var text;
    if (laeuft) {
      var ende = schluss(laeuft[1], spannen);
      text = "jetzt geöffnet" + (ende - jetzt.minute < TAG ? ", bis " + uhr(ende) : "");
    } else {
      text = "jetzt geschlossen";
      var naechste = spannen.map(function (s) { return s[0] < jetzt.minute ? s[0] + WOCHE : s[0]; })
        .sort(function (a, b) { return a - b; })[0];
      var tage = Math.floor(naechste / TAG) - Math.floor(jetzt.minute / TAG);
      if (gewiss(tage)) text += ". Öffnet " + wort(tage, naechste) + " um " + uhr(naechste);
    }
    if (daten.stand === "unbekannt") text = "Nach einer Angabe ohne Datum " + text + ". Bitte vorher nachfragen";
    else if (daten.stand) text = "Nach der Angabe von " + daten.stand + " " + text + ". Bitte vorher nachfragen";
    else text = text.charAt(0).toUpperCase() + text.slice(1);
    stelle.classList.toggle("ist-auf", Boolean(laeuft));
    stelle.lastElementChild.textContent = text + ".";
    stelle.hidden = false;
    var tafel = document.querySelectorAll(".zeiten tr");
    tafel.forEach(function (zeile, index) {
      zeile.classList.toggle("heute", index === Math.floor(jetzt.minute / TAG));
    });
  }

  function alle() { document.querySelectorAll(".offen-jetzt").forEach(zeigen); }
  alle();
  setInterval(alle, 60000);
})();
