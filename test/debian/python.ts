/** Debian's Python, which has Debian's packages; another one in the path has not. */
export const PYTHON = "/usr/bin/python3"
