<?xml version="1.0" encoding="UTF-8"?>
<!-- Slots: empty templates that a house style may fill.

     The page calls each at the place its name says. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:t="urn:x-octavo:slots">

  <!-- More elements for the head of each page, for example a style sheet. -->
  <xsl:template name="t:head" as="element()*"/>

  <!-- At the top of each page, above the title of the edition. -->
  <xsl:template name="t:page-head" as="element()*"/>

  <!-- At the foot of each page, after the licence. -->
  <xsl:template name="t:page-foot" as="element()*"/>

  <!-- Before the text of each chapter, inside its main part. -->
  <xsl:template name="t:before-text" as="element()*"/>

  <!-- In a book, Typst code: after the pages of the title, for example a foreword. -->
  <xsl:template name="t:book-front" as="xs:string*"/>

  <!-- In a book, Typst code: after the text of each part and chapter. -->
  <xsl:template name="t:chapter-end" as="xs:string*"/>

  <!-- In a book, Typst code: before the last page, which says how the book was made. -->
  <xsl:template name="t:book-back" as="xs:string*"/>

  <!-- After the text and the notes of each chapter. -->
  <xsl:template name="t:after-text" as="element()*"/>
</xsl:stylesheet>
