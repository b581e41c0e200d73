/** A list drawn by nothing but the browser, to compare the draft of as many items with. */
const count = Number(new URLSearchParams(location.search).get("items"));
const list = document.querySelector("ul");
const button = document.querySelector("button");

for (let at = 0; at < count; at += 1) {
	const item = document.createElement("li");
	item.draggable = true;
	item.tabIndex = -1;
	item.append(`A note of some length about thing ${at}, with what it is good for and for whom.`);
	list.append(item);
}

button.addEventListener("click", () => {
	const isOpen = button.textContent === "Fold all";
	button.textContent = isOpen ? "Open all" : "Fold all";
	for (const item of list.children) {
		if (isOpen) {
			for (const field of item.querySelectorAll("textarea")) field.remove();
			continue;
		}
		const note = document.createElement("textarea");
		const links = document.createElement("textarea");
		note.value = item.textContent;
		links.value = "https://example.com/";
		item.append(note, links);
	}
});

let current = -1;
addEventListener("keydown", ({ key, target }) => {
	if (target.matches("textarea")) return;
	if (key === "j") {
		current = (current + 1) % list.children.length;
		list.children[current].focus();
	}
	if (key === "x") list.children[current]?.classList.toggle("selected");
});

list.addEventListener("dragover", (event) => event.preventDefault());
list.addEventListener("drop", (event) => event.preventDefault());
