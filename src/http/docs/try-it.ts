/**
 * The one script of the documentation: puts an example into the form and sends it to this same service.
 * Plain JavaScript in a string, since it runs in the page; without it everything can still be read.
 */
export const TRY_IT = `
for (const form of document.querySelectorAll("form[data-path]")) {
  form.hidden = false;
  const { example, body, answer } = form.elements;
  const path = () => {
    const [award, decision] = example.value.split("/");
    return form.dataset.path.replace("{award}", encodeURIComponent(award)).replace("{decision}", encodeURIComponent(decision));
  };
  const show = () => { body.value = document.getElementById(form.id + "-" + example.value).textContent; answer.value = ""; };
  example.addEventListener("change", show);
  show();
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    answer.value = "…";
    try {
      const response = await fetch("." + path(), { method: "POST", headers: { "content-type": form.dataset.type }, body: body.value });
      const text = await response.text();
      const isJson = /[/+]json\\b/.test(response.headers.get("content-type"));
      answer.value = response.status + " " + response.statusText + "\\n\\n" + (isJson ? JSON.stringify(JSON.parse(text), null, 2) : text);
    } catch (error) {
      answer.value = String(error);
    }
  });
}
`;
