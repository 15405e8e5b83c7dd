# Programs install themselves (app/CMakeLists.txt). The datasets go where datasets_folder() looks for them.
install(DIRECTORY datasets/ DESTINATION ${CMAKE_INSTALL_DATADIR}/borderlens/datasets PATTERN recipes EXCLUDE)
install(FILES packaging/borderlens.1 packaging/borderlens-viewer.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES packaging/borderlens.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES packaging/borderlens.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES packaging/borderlens-mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages RENAME borderlens.xml)
install(FILES packaging/borderlens.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES packaging/completion/borderlens.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
        RENAME borderlens)
install(FILES packaging/completion/borderlens.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
        RENAME borderlens-viewer)
install(FILES packaging/completion/_borderlens DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES README.md SECURITY.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)

# `cpack` in the build folder makes the Debian package of the system that it runs on.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME borderlens)
set(BORDERLENS_CONTACT "the authors of borderlens <borderlens@example.org>" CACHE STRING
    "Who answers for the package: name and address; a placeholder until the packager gives one")
set(CPACK_PACKAGE_CONTACT ${BORDERLENS_CONTACT})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "geocoded incidents, the border, distance and density")
set(CPACK_PACKAGE_DESCRIPTION "A viewer and a command line for geocoded incidents in Khyber
Pakhtunkhwa and Balochistan. Distances to the border, density, hot spots,
clusters, trends and their uncertainty; GeoJSON, GeoPackage, GeoTIFF, tables
and pictures. Every line and number names its source.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Not linked to: fonts (letters and signs), and what draws where there is no graphics card.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "fonts-noto-core, fonts-fork-awesome, libgl1-mesa-dri, libegl-mesa0")
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/cmake/debian_finish.cmake)
set(CPACK_BORDERLENS_CHANGELOG ${PROJECT_SOURCE_DIR}/CHANGELOG.md)
include(CPack)
