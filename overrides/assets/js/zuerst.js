// Runs before anything is painted: the chosen colours, and a sign for the stylesheet that scripts run.
(function (html) {
  html.className = "js";
  try {
    var farbe = localStorage.getItem("ws-farbe");
    if (farbe) document.getElementById("ws-dunkel").media = farbe === "dunkel" ? "all" : "not all";
  } catch (e) { /* storage may be forbidden; then the device decides */ }
})(document.documentElement);
