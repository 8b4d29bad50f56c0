// The theme's menu on a phone is a <label> that no keyboard reaches, and its closed drawer still takes
// focus off-screen. This makes it a button that opens, takes the focus in, and closes with Escape.
(function () {
  "use strict";
  var toggle = document.getElementById("__drawer");
  var drawer = document.querySelector(".md-sidebar--primary");
  var button = document.querySelector('.md-header label[for="__drawer"]');
  if (!toggle || !drawer || !button) return;
  var narrow = window.matchMedia("(max-width: 76.2344em)");

  button.setAttribute("role", "button");
  button.setAttribute("aria-label", "Menü");
  toggle.setAttribute("tabindex", "-1");
  toggle.setAttribute("aria-hidden", "true");

  function update() {
    var closed = narrow.matches && !toggle.checked;
    drawer.inert = closed || !narrow.matches;
    button.tabIndex = narrow.matches ? 0 : -1;
    button.setAttribute("aria-expanded", String(toggle.checked));
  }

  function open(yes) {
    if (toggle.checked === yes) return;
    toggle.checked = yes;
    toggle.dispatchEvent(new Event("change", { bubbles: true }));
  }

  toggle.addEventListener("change", function () {
    update();
    var first = drawer.querySelector("a[href]:not(.md-logo)");
    if (toggle.checked && first) first.focus();
  });
  button.addEventListener("keydown", function (event) {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      open(!toggle.checked);
    }
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && toggle.checked) {
      open(false);
      button.focus();
    }
  });
  narrow.addEventListener("change", update);
  update();
})();
