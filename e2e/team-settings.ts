/** What makes a studio one that asks who is there, and what its first person knows. */
export const setUpCode = "the-code-of-this-studio";
export const password = "a sentence is good";
export const teamEnvironment = { AUTH: "people", SETUP_CODE: setUpCode };
