# Programs install themselves (app/CMakeLists.txt). The datasets go where datasets_folder() looks for them.
install(DIRECTORY datasets/ DESTINATION ${CMAKE_INSTALL_DATADIR}/borderlens/datasets PATTERN recipes EXCLUDE)
install(FILES packaging/borderlens.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES packaging/borderlens.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES packaging/borderlens.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES LICENSE README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
