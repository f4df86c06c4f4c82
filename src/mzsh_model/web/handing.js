"use strict";
(() => {
  const form = document.getElementById("hand");
  const state = document.getElementById("state");
  const button = document.getElementById("go");
  const say = (text, bad) => { state.textContent = text; state.classList.toggle("bad", Boolean(bad)); };

  // files as [place, file]; the place keeps the folders, which a form of its own may lose
  const chosen = () => [...form.querySelectorAll("input[type=file]")]
    .flatMap((input) => [...input.files].map((file) => [file.webkitRelativePath || file.name, file]));

  const below = async (entry, folder) => {
    if (entry.isFile) {
      const file = await new Promise((done, fail) => entry.file(done, fail));
      return [[folder + entry.name, file]];
    }
    const reader = entry.createReader(), found = [];
    for (;;) { // a reader gives some entries at a time, then none
      const some = await new Promise((done, fail) => reader.readEntries(done, fail));
      if (!some.length) return found;
      for (const one of some) found.push(...await below(one, folder + entry.name + "/"));
    }
  };

  const send = async (files) => {
    const size = files.reduce((sum, [, file]) => sum + file.size, 0);
    if (!files.length) return say("请先选择文件或文件夹", true);
    if (files.length > Number(form.dataset.files)) return say(`一次放进来的超过上限 ${form.dataset.files} 个文件。请分几次`, true);
    if (size > Number(form.dataset.size)) return say(`一次放进来的超过上限 ${form.dataset.most}。请分几次`, true);
    const data = new FormData();
    for (const [place, file] of files) data.append("file", file, place);
    button.disabled = true;
    say(`正在检查 ${files.length} 个文件…`);
    try {
      const answer = await fetch(form.action, { method: "POST", body: data });
      if (answer.ok) return location.reload();
      say(await answer.text(), true);
    } catch {
      say("没有送到。材料可能在读的时候变了，或者 mzsh serve 已经结束", true);
    }
    button.disabled = false;
  };

  form.addEventListener("submit", (event) => { event.preventDefault(); send(chosen()); });
  for (const name of ["dragenter", "dragover"]) {
    document.addEventListener(name, (event) => { event.preventDefault(); form.classList.add("over"); });
  }
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) form.classList.remove("over"); });
  document.addEventListener("drop", async (event) => {
    event.preventDefault();
    form.classList.remove("over");
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry()).filter(Boolean);
    try {
      const found = [];
      for (const entry of entries) found.push(...await below(entry, ""));
      await send(found);
    } catch {
      say("拖进来的有读不了的。请用“选文件”", true);
    }
  });
})();
