# Run by cpack on what it has installed aside: packed manual pages and changelog, as Debian's policy has them.
file(GLOB pages ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr/share/man/man1/*.1)
foreach(page IN LISTS pages)
  execute_process(COMMAND gzip -9n ${page} COMMAND_ERROR_IS_FATAL ANY)
endforeach()
set(folder ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr/share/doc/borderlens)
configure_file(${CPACK_BORDERLENS_CHANGELOG} ${folder}/changelog COPYONLY)
execute_process(COMMAND gzip -9n ${folder}/changelog COMMAND_ERROR_IS_FATAL ANY)

# Debian's own changelog of the package, dated as the sources are (SOURCE_DATE_EPOCH) where that is said.
string(TIMESTAMP now "%a, %d %b %Y %H:%M:%S +0000" UTC)
file(WRITE ${folder}/changelog.Debian
"borderlens (${CPACK_PACKAGE_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}) unstable; urgency=medium

  * Made by cpack from the sources; changelog.gz tells what changed in them.

 -- ${CPACK_PACKAGE_CONTACT}  ${now}
")
execute_process(COMMAND gzip -9n ${folder}/changelog.Debian COMMAND_ERROR_IS_FATAL ANY)
