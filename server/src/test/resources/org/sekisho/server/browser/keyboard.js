/*
 * What a page is like for somebody without a mouse. begin() notes where Tab ought to stop and starts from the top of the page;
 * Tab is then really pressed, and end() tells what was otherwise.
 */
window.sekishoKeyboard = (() => {
    const INTERACTIVE = "a[href], area[href], button, input, select, textarea, summary";
    const STOPS = `${INTERACTIVE}, iframe, audio[controls], video[controls], [tabindex], [contenteditable]`;
    const CLICKED = "[onclick], [data-copy], [data-dialog], [data-close], [data-key], [role=button], [role=link], [role=tab]";

    const isShown = (element) =>
        element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && element.type !== "hidden";
    const isOn = (element) => isShown(element) && !element.matches(":disabled") && !element.closest("[inert]");
    const words = (element) =>
        `<${element.localName}${element.id ? " id=" + element.id : ""}${element.className ? " class=" + element.className : ""}> ` +
        `“${(element.innerText || element.value || element.getAttribute("aria-label") || "").trim().slice(0, 40)}”`;

    /** Of the radio buttons of one question Tab stops at the chosen one, else at the first. */
    const isOwnStop = (element) => {
        if (element.type !== "radio" || !element.name) return true;
        const group = [...document.querySelectorAll("input[type=radio]")]
            .filter((each) => each.name === element.name && each.form === element.form && isOn(each));
        return element === (group.find((each) => each.checked) || group[0]);
    };

    /** What scrolls takes focus of itself, so that it can be scrolled by keys. */
    const scrolls = (element) =>
        element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight;

    const look = (element) => {
        const style = getComputedStyle(element);
        return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow].join();
    };

    let stops, looks, visited;

    const arrived = (event) => {
        const element = event.target;
        if (element === document.documentElement) return;
        const box = element.getBoundingClientRect();
        visited.push({
            element,
            marked: look(element) !== looks.get(element) && element.matches(":focus-visible"),
            seen: box.width > 1 && box.height > 1 && box.right > 0 && box.left < innerWidth,
        });
    };

    const begin = () => {
        const active = document.activeElement;
        if (active && active !== document.body) active.blur();
        stops = [...document.querySelectorAll(STOPS)].filter((each) => isOn(each) && each.tabIndex >= 0).filter(isOwnStop);
        looks = new Map([...document.querySelectorAll("*")].map((each) => [each, look(each)]));
        visited = [];
        document.documentElement.tabIndex = -1;
        document.documentElement.focus({ preventScroll: true });
        document.documentElement.removeAttribute("tabindex");
        document.addEventListener("focusin", arrived);
        return stops.length;
    };

    const isDone = () => visited.length >= stops.length;

    /** Whether focus is where it left the page, or at its beginning again. */
    const hasLeft = () => visited.length > stops.length || !document.activeElement || document.activeElement === document.body;

    const end = () => {
        document.removeEventListener("focusin", arrived);
        const problems = [];
        const path = visited.slice(0, stops.length).filter((each, at) => stops.includes(each.element) || !scrolls(each.element));
        const wrong = stops.findIndex((each, at) => !path[at] || path[at].element !== each);
        if (wrong >= 0) {
            problems.push(`Tab ${wrong + 1} goes to ${path[wrong] ? words(path[wrong].element) : "nothing"}, not to ${words(stops[wrong])}`);
        }
        if (!stops[0] || !stops[0].matches(".skip-link")) problems.push("the first stop isn't the link to the content");
        visited.forEach((each) => {
            if (!each.marked) problems.push(`focus doesn't show at ${words(each.element)}`);
            if (!each.seen) problems.push(`focus is out of sight at ${words(each.element)}`);
        });
        document.querySelectorAll("[tabindex]").forEach((each) => {
            if (each.tabIndex > 0) problems.push(`tabindex ${each.tabIndex} at ${words(each)}`);
        });
        document.querySelectorAll(INTERACTIVE).forEach((each) => {
            if (each.tabIndex < 0 && isOn(each) && !each.closest("[aria-hidden=true]")) problems.push(`Tab never reaches ${words(each)}`);
        });
        const clicked = [...(window.sekishoListening || []), ...document.querySelectorAll(CLICKED)];
        new Set(clicked).forEach((each) => {
            if (each.isConnected && isOn(each) && each.tabIndex < 0) problems.push(`only a mouse can click ${words(each)}`);
        });
        document.body.querySelectorAll("*").forEach((each) => {
            const pointed = getComputedStyle(each).cursor === "pointer" && getComputedStyle(each.parentElement).cursor !== "pointer";
            if (pointed && isOn(each) && each.tabIndex < 0 && !each.closest(`label, ${INTERACTIVE}`)) {
                problems.push(`looks as if a mouse could click it: ${words(each)}`);
            }
        });
        return problems;
    };

    return { begin, isDone, hasLeft, end };
})();
