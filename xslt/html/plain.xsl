<?xml version="1.0" encoding="UTF-8"?>
<!-- Plain: the elements that need no rule of their own, by what they become.

     A table and not rules, because the engine spends as long on the name of an element
     in a pattern as on a line of a rule, and these are most of TEI. Made when the
     stylesheet is compiled, once for all documents. An element moves to the file of its
     module when it needs a rule. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:fp="urn:x-octavo:functions-private"
    xmlns:v="urn:x-octavo:variables"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map">

  <!-- Phrases, wherever they stand. -->
  <xsl:variable name="fp:phrase" static="yes" as="xs:string+" select="
      (: analysis :)
      'c cl m pc phr s w',
      (: core :)
      'abbr addrLine analytic author biblScope citedRange corr desc editor
      ellipsis email expan gloss imprint measure measureGrp meeting monogr name
      noteGrp num orig postBox postCode pubPlace publisher rb reg relatedItem
      resp respStmt rs series sic street unit',
      (: corpus :)
      'activity channel constitution derivation domain factuality interaction
      locale particDesc preparedness purpose setting settingDesc textDesc',
      (: dictionaries :)
      'case colloc def dictScrap etym gen gram hyph iType lang lbl mood number oRef orth
      pRef per pos pron re stress subc syll tns usg',
      (: drama :)
      'actor caption castItem role roleDesc',
      (: figures :)
      'formula notatedMusic',
      (: gaiji :)
      'char charDecl glyph localProp mapping unicodeProp unihanProp',
      (: header :)
      'abstract appInfo application authority availability cRefPattern calendar
      calendarDesc catDesc catRef category change citeData citeStructure
      classCode classDecl conversion correction correspAction correspContext
      correspDesc creation distributor edition editionStmt editorialDecl
      encodingDesc fileDesc funder geoDecl handNote hyphenation idno
      interpretation keywords langUsage language licence listChange namespace
      normalization notesStmt prefixDef principal profileDesc projectDesc
      publicationStmt punctuation quotation refState refsDecl rendition
      revisionDesc samplingDecl schemaRef scriptNote segmentation seriesStmt
      sourceDesc sponsor stdVals styleDefDecl tagUsage tagsDecl taxonomy
      teiHeader textClass titleStmt unitDecl unitDef',
      (: iso-fs :)
      'bicond binary cond default f fDecl fDescr fsConstraints fsDecl fsDescr
      fsdDecl fsdLink if iff numeric string symbol then vAlt vColl vDefault
      vLabel vMerge vNot vRange',
      (: linking :)
      'seg',
      (: msdescription :)
      'binding collection decoNote depth dim height heraldry institution locus locusGrp
      material msName objectType origDate origPlace repository seal source stamp typeNote
      watermark width',
      (: namesdates :)
      'addName affiliation age birth bloc climate country death district
      education eventName faith floruit forename genName gender geo geogFeat
      langKnowledge langKnown location nameLink nationality nym objectIdentifier
      objectName occupation offset persPronouns population region relation
      residence roleName settlement sex socecStatus state surname terrain trait',
      (: nets :)
      'arc eLeaf eTree forest graph iNode leaf listForest node root tree triangle',
      (: spoken :)
      'broadcast equipment recording recordingStmt scriptStmt transcriptionDesc',
      (: tagdocs :)
      'altIdent equiv ident outputRendition param specDesc valDesc',
      (: textcrit :)
      'lem listApp rdg rdgGrp variantEncoding wit witDetail witness',
      (: textstructure :)
      'docAuthor docDate',
      (: transcr :)
      'am ex handNotes',
      (: verse :)
      'metDecl metSym rhyme'"/>

  <!-- Paragraphs, or blocks if they hold blocks. -->
  <xsl:variable name="fp:paragraph" static="yes" as="xs:string+" select="
      (: core :)
      'speaker',
      (: textstructure :)
      'docEdition titlePart trailer'"/>

  <!-- Blocks of blocks. -->
  <xsl:variable name="fp:block" static="yes" as="xs:string+" select="
      (: cmc :)
      'post',
      (: core :)
      'headItem headLabel item lg sp teiCorpus',
      (: drama :)
      'camera epilogue performance prologue set sound spGrp tech view',
      (: header :)
      'biblFull',
      (: namesdates :)
      'event object org person personGrp persona place',
      (: textstructure :)
      'TEI argument back body closer docImprint docTitle epigraph floatingText
      front group imprimatur opener postscript text titlePage',
      (: transcr :)
      'facsimile line path sourceDoc surface surfaceGrp zone'"/>

  <!-- Blocks among blocks, phrases in running text. -->
  <xsl:variable name="fp:either" static="yes" as="xs:string+" select="
      (: core :)
      'address bibl biblStruct cit label stage',
      (: textstructure :)
      'byline dateline salute signed'"/>

  <!-- Parts of a description, with a label for what they are. -->
  <xsl:variable name="fp:labelled" static="yes" as="xs:string+" select="
      (: msdescription :)
      'accMat additional additions adminInfo bindingDesc custodialHist decoDesc
      handDesc history layoutDesc msContents msDesc msFrag msItem msItemStruct
      msPart musicNotation objectDesc physDesc recordHist scriptDesc sealDesc
      supportDesc surrogates typeDesc'"/>

  <!-- Statements of a description, after a word for what they are about. -->
  <xsl:variable name="fp:stated" static="yes" as="xs:string+" select="
      (: core :)
      'textLang',
      (: header :)
      'extent',
      (: msdescription :)
      'acquisition catchwords collation colophon condition custEvent explicit
      filiation finalRubric foliation incipit layout origin provenance rubric
      secFol signatures summary support'"/>

  <!-- Phrases and blocks of parts, with a space between those that touch. -->
  <xsl:variable name="fp:parts" static="yes" as="xs:string+" select="
      (: dictionaries :)
      'entry entryFree form gramGrp hom superEntry xr',
      (: msdescription :)
      'altIdentifier'"/>

  <!-- Declarations, with the name of what they declare. -->
  <xsl:variable name="fp:declared" static="yes" as="xs:string+" select="
      (: tagdocs :)
      'attDef attList classSpec classes constraint constraintSpec content
      dataSpec datatype defaultVal elementSpec exemplum listRef macroSpec model
      modelGrp modelSequence moduleSpec paramList paramSpec remarks schemaSpec
      specGrp specList valItem valList'"/>

  <!-- Pointers to declarations, shown by that name. -->
  <xsl:variable name="fp:named" static="yes" as="xs:string+" select="
      (: tagdocs :)
      'alternate anyElement attRef classRef dataFacet dataRef elementRef empty
      macroRef memberOf moduleRef sequence specGrpRef textNode'"/>

  <!-- What each element becomes: the name of one of the kinds above. -->
  <xsl:variable name="v:plain" static="yes" as="map(xs:string, xs:string)" select="map:merge((
      $fp:phrase ! tokenize(.) ! map:entry(., 'phrase'),
      $fp:paragraph ! tokenize(.) ! map:entry(., 'paragraph'),
      $fp:block ! tokenize(.) ! map:entry(., 'block'),
      $fp:either ! tokenize(.) ! map:entry(., 'either'),
      $fp:labelled ! tokenize(.) ! map:entry(., 'labelled'),
      $fp:stated ! tokenize(.) ! map:entry(., 'stated'),
      $fp:parts ! tokenize(.) ! map:entry(., 'parts'),
      $fp:declared ! tokenize(.) ! map:entry(., 'declared'),
      $fp:named ! tokenize(.) ! map:entry(., 'named')))"/>
</xsl:stylesheet>
