# Flags live in two INTERFACE targets: one for everybody, one for developers.
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()
find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()

add_library(borderlens_flags INTERFACE)
target_compile_features(borderlens_flags INTERFACE cxx_std_20)
target_include_directories(borderlens_flags INTERFACE ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR}/generated)
# The same answer on every machine: no fused multiply-add behind our back, no -ffast-math anywhere.
# Nobody reads errno after sqrt; without it loops over sqrt can be vectorised. Answers stay the same.
target_compile_options(borderlens_flags INTERFACE -ffp-contract=off -fno-math-errno)
if(BORDERLENS_SANITIZE)
  target_compile_options(borderlens_flags INTERFACE -fsanitize=${BORDERLENS_SANITIZE} -fno-omit-frame-pointer
                                                    -fno-sanitize-recover=undefined)
  target_link_options(borderlens_flags INTERFACE -fsanitize=${BORDERLENS_SANITIZE})
endif()

if(BORDERLENS_PCH)
  target_precompile_headers(borderlens_flags INTERFACE ${CMAKE_CURRENT_LIST_DIR}/library_headers.hpp)
endif()

# GCC's warnings: the same with and without -Werror, so that a compiler cache may share the objects.
add_library(borderlens_developer INTERFACE)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(borderlens_developer INTERFACE -Wall -Wextra -Wconversion -Wshadow)
endif()
if(BORDERLENS_DEVELOPER)
  target_compile_options(borderlens_developer INTERFACE -Werror)
endif()
