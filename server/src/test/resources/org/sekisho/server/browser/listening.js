/* Runs before the scripts of a page, and remembers which elements listen to a mouse. */
(() => {
    window.sekishoListening = new Set();
    const listen = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (type, ...more) {
        if (this instanceof HTMLElement && this !== document.body && /^(click|mousedown|mouseup|pointerdown|pointerup)$/.test(type)) {
            window.sekishoListening.add(this);
        }
        return listen.call(this, type, ...more);
    };
})();
