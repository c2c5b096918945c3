/*
 * What the portal adds to its pages: keys, copying, dialogs, clocks, refreshing. Pages work without it, save the keys.
 * Hooks are data attributes, and listeners sit on the document, so that parts exchanged by an update need no set-up.
 * Words come from the page: <body data-copied="…" data-overdue="…" …>. Nothing here sets a style or evaluates text.
 */
"use strict";
(() => {
    const words = document.body.dataset;

    /** Says a sentence to screen readers, politely. */
    const announce = (sentence) => {
        const region = document.getElementById("announcements");
        if (region && sentence) {
            region.textContent = "";
            setTimeout(() => (region.textContent = sentence), 50);
        }
    };

    const isTyping = (element) =>
        element.isContentEditable || (["INPUT", "TEXTAREA", "SELECT"].includes(element.tagName) && element.type !== "checkbox");

    const isShown = (element) => element.offsetParent !== null;

    // Keys: "/" searches, "?" tells the keys, J and K move through a [data-list], other letters lead to the [data-key] of the
    // row in focus, else of the page. A link is followed, a box is ticked; a button only takes focus, so that no decision hangs on one
    // letter.
    // A person can switch single keys off: <body data-keys="off">.
    document.addEventListener("keydown", (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || words.keys === "off") return;
        if (isTyping(event.target) || document.querySelector("dialog[open]")) return;
        const key = event.key.toLowerCase();
        if (key === "/") {
            const search = document.querySelector("[data-search]");
            if (search) {
                event.preventDefault();
                search.focus();
                search.select();
            }
        } else if (key === "?") {
            const help = document.getElementById("keys");
            if (help && help.showModal) {
                event.preventDefault();
                help.showModal();
            }
        } else if (event.shiftKey) {
            return;
        } else if (key === "j" || key === "k") {
            moveInList(key === "j" ? 1 : -1, event);
        } else if (/^[a-z]$/.test(key)) {
            const row = document.activeElement.closest("[data-row]");
            const keyed = [...document.querySelectorAll(`[data-key="${key}"]`)].filter(isShown);
            const target =
                keyed.find((each) => row && row.contains(each)) || keyed.find((each) => !each.closest("[data-row]"));
            if (target) {
                event.preventDefault();
                if (target.type === "checkbox") {
                    target.click();
                    return;
                }
                target.focus();
                target.scrollIntoView({ block: "nearest" });
                if (target.tagName === "A") target.click();
            }
        }
    });

    // Enter in a field presses a form's first button. Of a form that both approves and rejects, that would approve for whoever only ends
    // a password: there it presses nothing.
    document.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" || !event.target.matches("input:not([type=submit], [type=button], [type=file])")) return;
        const decides = (key) => event.target.form?.querySelector(`[data-key="${key}"]`);
        if (decides("a") && decides("r")) event.preventDefault();
    });

    /** Moves to the next or previous row of the list in focus, or of the first list of the page. */
    const moveInList = (step, event) => {
        const list = document.activeElement.closest("[data-list]") || document.querySelector("[data-list]");
        if (!list) return;
        const rows = [...list.querySelectorAll("[data-row]")].filter(isShown);
        const here = rows.findIndex((row) => row.contains(document.activeElement));
        const next = rows[here === -1 ? (step > 0 ? 0 : rows.length - 1) : here + step];
        const target = next && next.querySelector("a, button");
        if (target) {
            event.preventDefault();
            target.focus();
            next.scrollIntoView({ block: "nearest" });
        }
    };

    document.addEventListener("click", (event) => {
        const copy = event.target.closest("[data-copy]");
        if (copy && navigator.clipboard) {
            navigator.clipboard.writeText(copy.dataset.copy).then(() => {
                announce(words.copied);
                copy.classList.add("is-copied");
                setTimeout(() => copy.classList.remove("is-copied"), 2000);
            });
        }

        // A link or button with data-dialog opens the dialog instead of the page that does the same without a script.
        const opener = event.target.closest("[data-dialog]");
        const dialog = opener && document.getElementById(opener.dataset.dialog);
        if (dialog && dialog.showModal) {
            event.preventDefault();
            dialog.showModal();
        }
        const closer = event.target.closest("dialog [data-close]");
        if (closer) {
            event.preventDefault();
            closer.closest("dialog").close();
        }

        // A link of the error summary goes into the field, not only to it.
        const toField = event.target.closest(".error-summary a[href^='#']");
        if (toField) {
            const field = document.getElementById(decodeURIComponent(toField.hash.slice(1)));
            if (field) {
                event.preventDefault();
                // Of a question with several buttons the first one takes focus.
                const input = isTyping(field) ? field : field.querySelector("input") || field;
                input.scrollIntoView({ block: "center" });
                input.focus({ preventScroll: true });
            }
        }

        // One filter panel at a time; a click elsewhere closes it.
        document.querySelectorAll("details.filter[open]").forEach((panel) => {
            if (!panel.contains(event.target)) panel.open = false;
        });
    });

    // Rows that are chosen: <form data-selection> with [data-all] for the page, [data-count] that says how many, and [data-chosen] for
    // what needs one.
    const count = (form) => {
        const all = form.querySelector("[data-all]");
        if (!all) return;
        const boxes = [...form.querySelectorAll("[data-row] input[type=checkbox]")];
        const chosen = boxes.filter((box) => box.checked).length;
        all.checked = chosen > 0 && chosen === boxes.length;
        all.indeterminate = chosen > 0 && chosen < boxes.length;
        const told = form.querySelector("[data-count]");
        told.textContent = told.dataset.count.replace("{0}", chosen);
        form.querySelectorAll("[data-chosen]").forEach((button) => (button.disabled = chosen === 0));
    };

    document.addEventListener("change", (event) => {
        const form = event.target.type === "checkbox" && event.target.closest("[data-selection]");
        if (!form) return;
        if (event.target.matches("[data-all]")) {
            form.querySelectorAll("[data-row] input[type=checkbox]").forEach((box) => (box.checked = event.target.checked));
        }
        count(form);
    });

    // A page that comes back by the browser's button keeps its ticks.
    window.addEventListener("pageshow", () => document.querySelectorAll("[data-selection]").forEach(count));

    // A file that is larger than what is taken is refused before it is sent.
    document.addEventListener("change", (event) => {
        const most = Number(event.target.dataset?.most);
        if (most && event.target.files) {
            const large = [...event.target.files].some((file) => file.size > most);
            event.target.setCustomValidity(large ? event.target.dataset.tooLarge : "");
            if (large) event.target.reportValidity();
        }
    });

    // What is to be known of a day that is chosen: <input type="date" id="due" data-marked> with <p id="due-mark" hidden>. [data-days]
    // holds the sentences, and for each day of which there is one, which it is.
    const mark = (input) => {
        const known = JSON.parse(document.querySelector("[data-days]").dataset.days);
        const said = document.getElementById(`${input.id}-mark`);
        const words = known.words[known.days[input.value]] ?? "";
        said.textContent = words;
        said.hidden = !words;
        return words;
    };

    document.addEventListener("change", (event) => {
        if (event.target.matches("input[data-marked]")) announce(mark(event.target));
    });

    document.addEventListener("keydown", (event) => {
        const panel = event.key === "Escape" && event.target.closest("details.filter[open]");
        if (panel) {
            panel.open = false;
            panel.querySelector("summary").focus();
        }
    });

    // Clocks: <time data-clock datetime="…" data-urgent="120">. The page's own hour counts, not the reader's machine.
    const readAt = performance.now();
    const writtenAt = words.now ? Date.parse(words.now) : Date.now();
    const now = () => writtenAt + performance.now() - readAt;

    /** "1 h 10 min", the two largest units, in the page's words. */
    const amount = (minutes) => {
        const parts = [
            [Math.floor(minutes / 1440), words.day],
            [Math.floor((minutes % 1440) / 60), words.hour],
            [minutes % 60, words.minute],
        ];
        const first = parts.findIndex(([count]) => count > 0);
        return parts
            .slice(first === -1 ? 2 : first, first === -1 ? 3 : first + 2)
            .filter(([count], index) => count > 0 || index === 0)
            .map(([count, unit]) => unit.replace("{0}", count))
            .join(words.join || "");
    };

    const tick = () => {
        document.querySelectorAll("time[data-clock]").forEach((clock) => {
            const minutes = Math.ceil((Date.parse(clock.dateTime) - now()) / 60000);
            if (words.left && words.overdue && minutes < 2880) {
                clock.textContent = (minutes < 0 ? words.overdue : words.left).replace("{0}", amount(Math.abs(minutes)));
            }
            const urgent = minutes < Number(clock.dataset.urgent || 0);
            if (urgent && !clock.classList.contains("is-urgent")) {
                clock.classList.add("is-urgent");
                if (clock.dataset.ticking) announce(`${clock.dataset.name || ""} ${clock.textContent}`.trim());
            }
            clock.dataset.ticking = "yes";
        });
    };

    /** Puts what came in place of what stood there; focus stays at the control of the same place. */
    const exchange = (part, fresh) => {
        const controls = (root) => [...root.querySelectorAll("a[href], button, input, select, textarea, summary")];
        const at = controls(part).indexOf(document.activeElement);
        part.replaceWith(document.adoptNode(fresh));
        if (at >= 0) controls(fresh)[at]?.focus();
    };

    // A part that refreshes itself: <section id="…" data-refresh="address" data-every="2">. The answer is HTML with the same
    // id; when that no longer carries data-refresh, it is final and its data-announce is said. A part that is as it was stays,
    // so that nobody's focus or selection is lost for nothing.
    const refresh = async (part) => {
        if (part.dataset.waiting) return;
        part.dataset.waiting = "yes";
        await new Promise((resolve) => setTimeout(resolve, Number(part.dataset.every || 2) * 1000));
        try {
            const answer = await fetch(part.dataset.refresh, { headers: { Accept: "text/html" } });
            const text = answer.ok ? await answer.text() : "";
            const fresh = new DOMParser().parseFromString(text, "text/html").getElementById(part.id);
            if (fresh && fresh.innerHTML + fresh.dataset.refresh !== part.innerHTML + part.dataset.refresh) exchange(part, fresh);
        } catch (unreachable) {
            // The next try tells.
        }
        delete part.dataset.waiting;
        if (part.isConnected) refresh(part);
    };

    /** Looks at what came in: the first page, and every part that an update exchanged. */
    const arrived = (root) => {
        const all = (selector) => [...(root.matches?.(selector) ? [root] : []), ...root.querySelectorAll(selector)];
        const summary = all(".error-summary")[0];
        if (summary) summary.focus();
        all("[data-refresh]").forEach(refresh);
        all("dialog[data-open]").forEach((dialog) => dialog.showModal && !dialog.open && dialog.showModal());
        if (root !== document) all("[data-announce]").forEach((part) => announce(part.dataset.announce));
    };

    // What is likely to be opened next is made ready by the server once the page is there: <a data-ready="address">. Nothing of it comes
    // here before it is asked for, and without it all works as well.
    window.addEventListener("load", () => {
        const next = document.querySelector("[data-ready]");
        if (next) fetch(next.dataset.ready, { priority: "low" }).catch(() => undefined);
    });

    arrived(document);
    document.querySelector(".tabs [aria-current]:not([aria-current=false])")?.scrollIntoView({ block: "nearest", inline: "nearest" });
    document.querySelectorAll("input[data-marked]").forEach(mark);
    tick();
    setInterval(tick, 15000);
    new MutationObserver((changes) =>
        changes.forEach((change) =>
            change.addedNodes.forEach((node) => node.nodeType === Node.ELEMENT_NODE && arrived(node)),
        ),
    ).observe(document.body, { childList: true, subtree: true });
})();
