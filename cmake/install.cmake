install(DIRECTORY datasets/ DESTINATION ${CMAKE_INSTALL_DATADIR}/borderlens/datasets PATTERN recipes EXCLUDE)
