// Stands in for what the bundle leaves out: developer tools, and messages of zod in other languages.
export default {};
