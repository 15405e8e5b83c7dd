# embed_text(<output.cpp> <file>...): each file becomes an entry of app::embedded_shaders(), by file name.
# embed_style(<output.cpp> <file>): the file becomes what app::page_style() returns.
function(embed_style output input)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DOUTPUT=${output} -DINPUT=${input} -P ${PROJECT_SOURCE_DIR}/cmake/embed_style_run.cmake
    DEPENDS ${input} ${PROJECT_SOURCE_DIR}/cmake/embed_style_run.cmake
    VERBATIM)
endfunction()

function(embed_text output)
  set(inputs ${ARGN})
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DOUTPUT=${output} "-DINPUTS=${inputs}" -P ${PROJECT_SOURCE_DIR}/cmake/embed_text_run.cmake
    DEPENDS ${inputs} ${PROJECT_SOURCE_DIR}/cmake/embed_text_run.cmake
    VERBATIM)
endfunction()
