file(READ ${INPUT} content)
file(WRITE ${OUTPUT} "#include \"app/report/page/page_style.hpp\"\n\nnamespace app {\n\nconst char* page_style() {\n    return R\"css(${content})css\";\n}\n\n} // namespace app\n")
