// On every page: the menu on a phone, the colours, and a warning when the page is old.
(function () {
  "use strict";

  // --- menu ---
  var knopf = document.getElementById("ws-menue-knopf");
  var menue = document.getElementById("ws-menue");
  function offen(ja) {
    knopf.setAttribute("aria-expanded", String(ja));
    menue.classList.toggle("offen", ja);
  }
  if (knopf && menue) {
    knopf.hidden = false;
    knopf.addEventListener("click", function () {
      offen(knopf.getAttribute("aria-expanded") !== "true");
    });
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && knopf.getAttribute("aria-expanded") === "true") {
        offen(false);
        knopf.focus();
      }
    });
    menue.addEventListener("focusout", function (event) {
      var next = event.relatedTarget;
      if (next && next !== knopf && !menue.contains(next)) offen(false);
    });
  }

  // --- colours: like the device, light, dark ---
  var blatt = document.getElementById("ws-dunkel");
  var farbe = document.getElementById("ws-farbe");
  var folge = ["", "hell", "dunkel"];
  var namen = { "": "wie das Gerät", hell: "hell", dunkel: "dunkel" };
  var media = { "": "(prefers-color-scheme: dark)", hell: "not all", dunkel: "all" };
  function gewaehlt() {
    try { return localStorage.getItem("ws-farbe") || ""; } catch (e) { return ""; }
  }
  function zeigen(wert) {
    farbe.lastElementChild.textContent = "Farben: " + namen[wert];
    farbe.title = "Farben: " + namen[wert];
  }
  if (farbe && blatt) {
    farbe.hidden = false;
    zeigen(gewaehlt());
    farbe.addEventListener("click", function () {
      var wert = folge[(folge.indexOf(gewaehlt()) + 1) % folge.length];
      try {
        if (wert) localStorage.setItem("ws-farbe", wert);
        else localStorage.removeItem("ws-farbe");
      } catch (e) { /* then for this page only */ }
      blatt.media = media[wert];
      zeigen(wert);
    });
  }

  // --- a page that nobody has built anew ---
  var stand = document.querySelector(".ws-stand time");
  if (stand) {
    var tage = Math.floor((Date.now() - Date.parse(stand.dateTime)) / 86400000);
    var warnung = document.querySelector(".ws-alt");
    if (tage > 7 && warnung) {
      warnung.querySelector("strong").textContent = String(tage);
      warnung.hidden = false;
    }
  }

  // --- buttons that only a script can serve ---
  document.addEventListener("click", function (event) {
    var knopf = event.target.closest("[data-tun]");
    if (!knopf) return;
    if (knopf.dataset.tun === "drucken") window.print();
    if (knopf.dataset.tun === "kopieren") {
      var quelle = document.getElementById(knopf.dataset.von);
      navigator.clipboard.writeText(quelle.value || quelle.textContent).then(function () {
        knopf.querySelector("[role=status]").textContent = " – kopiert";
      });
    }
  });
  document.querySelectorAll("[data-tun][hidden]").forEach(function (knopf) { knopf.hidden = false; });
})();
