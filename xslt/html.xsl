<?xml version="1.0" encoding="UTF-8"?>
<!-- HTML: the web edition. From a document, its pages; from what the documents leave,
     the pages of the whole edition.

     A house style imports this file, sets parameters, fills slots, wraps rules. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:m="urn:x-octavo:modes">

  <!-- What no document of the edition has, by the groups of absent.py: the rules for it are
       not compiled, which takes longer than to make a small site. -->
  <xsl:param name="without" as="xs:string*" static="yes" select="()"/>

  <xsl:import href="params.xsl"/>
  <xsl:import href="slots.xsl"/>
  <xsl:import href="html/absent.xsl"/>
  <xsl:include href="stages/stages.xsl"/>
  <xsl:include href="stages/apart.xsl" use-when="not($without = 'readings')"/>
  <xsl:include href="lib/lib.xsl"/>
  <xsl:include href="lib/blocks.xsl"/>
  <xsl:include href="lib/tables.xsl"/>
  <xsl:include href="html/apparatus.xsl" use-when="not($without = 'readings')"/>
  <xsl:include href="html/attributes.xsl"/>
  <xsl:include href="html/chapters.xsl"/>
  <xsl:include href="html/core.xsl"/>
  <xsl:include href="html/dictionaries.xsl" use-when="not($without = 'speech')"/>
  <xsl:include href="html/drama.xsl" use-when="not($without = 'speech')"/>
  <xsl:include href="html/extract.xsl"/>
  <xsl:include href="html/figures.xsl" use-when="not($without = 'figures')"/>
  <xsl:include href="html/gaiji.xsl" use-when="not($without = 'speech')"/>
  <xsl:include href="html/header.xsl"/>
  <xsl:include href="html/images.xsl" use-when="not($without = 'figures')"/>
  <xsl:include href="html/languages.xsl" use-when="not($without = 'languages')"/>
  <xsl:include href="html/linking.xsl"/>
  <xsl:include href="html/lists.xsl" use-when="not($without = 'lists')"/>
  <xsl:include href="html/metadata.xsl"/>
  <xsl:include href="html/msdescription.xsl"/>
  <xsl:include href="html/namesdates.xsl"/>
  <xsl:include href="html/notes.xsl"/>
  <xsl:include href="html/page.xsl"/>
  <xsl:include href="html/parts.xsl"/>
  <xsl:include href="html/plain.xsl"/>
  <xsl:include href="html/registers.xsl"
      use-when="not($without = 'registers' and $without = 'readings')"/>
  <xsl:include href="html/rendition.xsl" use-when="not($without = 'looks')"/>
  <xsl:include href="html/selectors.xsl" use-when="not($without = 'looks')"/>
  <xsl:include href="html/spoken.xsl" use-when="not($without = 'speech')"/>
  <xsl:include href="html/tagdocs.xsl"/>
  <xsl:include href="html/tags.xsl"/>
  <xsl:include href="html/textcrit.xsl" use-when="not($without = 'readings')"/>
  <xsl:include href="html/textstructure.xsl"/>
  <xsl:include href="html/toc.xsl"/>
  <xsl:include href="html/transcr.xsl" use-when="not($without = 'transcription')"/>
  <xsl:include href="html/unhandled.xsl"/>
  <xsl:include href="html/verse.xsl"/>
  <xsl:include href="html/views.xsl"/>
  <xsl:include href="html/witnesses.xsl" use-when="not($without = 'readings')"/>
  <xsl:include href="site.xsl"/>

  <!-- The pages of a document follow each other, each after an instruction that names it. -->
  <xsl:output method="xhtml" html-version="5" encoding="UTF-8" indent="no"
      omit-xml-declaration="yes" normalization-form="none"/>
  <xsl:mode on-no-match="text-only-copy" on-multiple-match="use-last" use-accumulators="#all"/>
  <xsl:mode name="m:start" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:fragment" on-no-match="fail" use-accumulators="#all"/>

  <xsl:template match="/" as="node()+">
    <xsl:apply-templates select="*" mode="m:start"/>
  </xsl:template>

  <!-- The XPaths of what the view leaves out, one a line, for the fidelity check. -->
  <xsl:mode name="m:hidden" on-no-match="fail" use-accumulators="#all"/>
  <xsl:template match="/" mode="m:hidden" as="xs:string">
    <xsl:sequence select="string-join(f:hidden(.//text[not(ancestor::text)]) ! path(), '&#10;')"/>
  </xsl:template>

  <!-- The ids of elements on pages with their XPaths, one a line, for a preview. -->
  <xsl:mode name="m:places" on-no-match="fail" use-accumulators="#all"/>
  <xsl:template match="/" mode="m:places" as="xs:string">
    <xsl:sequence select="string-join(
        .//text/descendant-or-self::*[exists(f:id(.))] ! (f:id(.) || '&#9;' || path()), '&#10;')"/>
  </xsl:template>

  <!-- A piece of text alone, for tests and previews. -->
  <xsl:template match="/" mode="m:fragment" as="node()*">
    <xsl:apply-templates select="*"/>
  </xsl:template>
</xsl:stylesheet>
