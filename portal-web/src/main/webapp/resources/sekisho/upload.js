/*
 * Sends the files of a form one after the other: <form data-sends="id of the section of results">. The form works without it, with one
 * file at a time. Each answer holds the row of an import, or says at its top what is wrong; the row refreshes itself, as others do.
 */
"use strict";
(() => {
    const form = document.querySelector("form[data-sends]");
    if (!form) return;
    const input = form.querySelector("input[type=file]");
    const results = document.getElementById(form.dataset.sends);
    const rows = results.querySelector("tbody");
    const sending = document.getElementById("sending");
    const drop = form.querySelector("[data-drop]");
    const button = form.querySelector(".actions button");
    const words = results.dataset;

    input.multiple = true;
    drop.querySelectorAll("[hidden]").forEach((each) => (each.hidden = false));

    const announce = (sentence) => {
        document.getElementById("announcements").textContent = sentence;
    };

    ["dragenter", "dragover"].forEach((name) =>
        drop.addEventListener(name, (event) => {
            event.preventDefault();
            drop.classList.add("is-over");
        }),
    );
    ["dragleave", "drop"].forEach((name) => drop.addEventListener(name, () => drop.classList.remove("is-over")));
    drop.addEventListener("drop", (event) => {
        event.preventDefault();
        if (event.dataTransfer.files.length) {
            input.files = event.dataTransfer.files;
            input.dispatchEvent(new Event("change", { bubbles: true }));
        }
    });

    const rowFor = (file) => {
        const row = sending.content.firstElementChild.cloneNode(true);
        row.querySelector("[data-name]").textContent = file.name;
        row.querySelector("[data-words]").textContent = words.waiting;
        row.querySelector("progress").setAttribute("aria-label", file.name);
        rows.append(row);
        return row;
    };

    const say = (row, tone, chip, why) => {
        row.querySelector("[data-words]").textContent = chip;
        row.querySelector("[data-words]").className = `chip ${tone}`;
        const reason = row.querySelector("[data-why]");
        reason.textContent = why;
        reason.hidden = !why;
    };

    const fail = (row, why) => {
        say(row, "chip-bad", words.notSent, why);
        row.querySelector("progress").remove();
        announce(`${row.querySelector("[data-name]").textContent}: ${why}`);
    };

    /** What stands before the file is read, and nothing behind it: the file goes last. */
    const body = (fields, file) => {
        const data = new FormData();
        fields.forEach(([name, value]) => data.append(name, value));
        data.append(input.name, file);
        return data;
    };

    const answered = (row, request) => {
        const page = new DOMParser().parseFromString(request.responseText, "text/html");
        // The page itself, when it says what is wrong, holds rows of former imports.
        const made = page.querySelector("form[data-sends]") ? null : page.querySelector("tr[id^=import-]");
        if (made) {
            // The same file twice in one go has one row.
            document.querySelectorAll(`[id="${made.id}"]`).forEach((each) => each.remove());
            row.replaceWith(document.adoptNode(made));
            return;
        }
        const wrong = [...page.querySelectorAll(".error-summary li")].map((each) => each.textContent.trim());
        fail(row, wrong.join(" ") || words.broken);
    };

    const send = (fields, file, row) =>
        new Promise((done) => {
            const request = new XMLHttpRequest();
            const bar = row.querySelector("progress");
            say(row, "chip-info", words.sending, "");
            request.upload.addEventListener("progress", (event) => {
                if (event.lengthComputable) bar.value = (100 * event.loaded) / event.total;
            });
            request.addEventListener("load", () => {
                answered(row, request);
                done();
            });
            request.addEventListener("error", () => {
                fail(row, words.broken);
                done();
            });
            request.open("POST", `${form.action}?row=1`);
            request.send(body(fields, file));
        });

    form.addEventListener("submit", async (event) => {
        const files = [...input.files];
        if (!files.length) return;
        event.preventDefault();
        const fields = [...new FormData(form)].filter(([name]) => name !== input.name);
        button.disabled = true;
        results.hidden = false;
        const waiting = files.map((file) => [file, rowFor(file)]);
        // From here on the field holds what is chosen meanwhile.
        input.value = "";
        results.scrollIntoView({ block: "nearest" });
        for (const [file, row] of waiting) await send(fields, file, row);
        button.disabled = false;
        announce(words.all);
    });
})();
