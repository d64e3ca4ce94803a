<?xml version="1.0" encoding="UTF-8"?>
<!-- Resolve: what a pointer points to, and one form for notes.

     A note may stand where it is called, or in the back matter, called by
     <ref target="#n1">1</ref>. Renderers ask for calls and for the note of a
     call, and need not know which it is. The text is not copied for this, so a
     finding about a node names its true place in the source. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:x-octavo:functions"
    xmlns:fp="urn:x-octavo:functions-private">

  <xsl:key name="f:element" match="*[@xml:id]" use="@xml:id"/>
  <xsl:key name="fp:pointer" match="ref | ptr" use="@target"/>

  <!-- The element of the same document that a pointer like '#p3' names. -->
  <xsl:function name="f:target" as="element()?" visibility="public">
    <xsl:param name="pointer" as="attribute()?"/>
    <xsl:sequence select="
        if (starts-with($pointer, '#'))
        then key('f:element', substring($pointer, 2), root($pointer))[1]
        else ()"/>
  </xsl:function>

  <!-- Does this element call a note: a note in its place, or a pointer to one? -->
  <xsl:function name="f:is-call" as="xs:boolean" visibility="public" cache="yes">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        if ($element/self::note) then fp:stands-at-call($element)
        else exists(fp:pointed-note($element))"/>
  </xsl:function>

  <!-- The note that a call calls. -->
  <xsl:function name="f:called" as="element()?" visibility="public">
    <xsl:param name="call" as="element()"/>
    <xsl:sequence select="if ($call/self::note) then $call else fp:pointed-note($call)"/>
  </xsl:function>

  <!-- The calls among nodes and what they contain, each followed by the calls in its
       note; what stands in a note shown elsewhere is not among them. -->
  <xsl:function name="f:calls" as="element()*" visibility="public">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="fp:calls($nodes, ())"/>
  </xsl:function>

  <!-- The calls of a note, first to last. -->
  <xsl:function name="f:calls-of" as="element()*" visibility="public" cache="yes">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="
        if (f:is-call($note)) then $note
        else $note/@xml:id ! key('fp:pointer', '#' || ., root($note))[f:is-call(.)]"/>
  </xsl:function>

  <!-- The call at which a reader meets a note first: one in the text before one in a note. -->
  <xsl:function name="f:first-call" as="element()?" visibility="public">
    <xsl:param name="note" as="element()"/>
    <xsl:variable name="calls" select="f:calls-of($note)" as="element()*"/>
    <xsl:sequence select="($calls[not(fp:is-in-moved-note(.))], $calls)[1]"/>
  </xsl:function>

  <!-- Is the note shown where it is called, so that nothing is left at its own place? -->
  <xsl:function name="f:is-moved" as="xs:boolean" visibility="public">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="exists(f:calls-of($note))"/>
  </xsl:function>

  <!-- Is this a division with nothing but headings and notes that are called elsewhere? -->
  <xsl:function name="f:is-emptied" as="xs:boolean" visibility="public">
    <xsl:param name="division" as="element()"/>
    <xsl:variable name="notes" select="$division//note" as="element()*"/>
    <xsl:sequence select="
        exists($notes) and (every $note in $notes satisfies f:is-moved($note))
        and empty($division//text()[normalize-space()]
            [not(ancestor::note or ancestor::head or ancestor::desc/parent::noteGrp)])"/>
  </xsl:function>

  <!-- The sign of a call as the source has it, or the number of its note. -->
  <xsl:function name="f:sign" as="xs:string" visibility="public">
    <xsl:param name="call" as="element()"/>
    <xsl:sequence select="
        ($call/self::ref ! normalize-space(.)[.],
         $call/@n ! string(), f:called($call)/@n ! string(),
         string(f:number($call, 'called')))[1]"/>
  </xsl:function>

  <!-- The series of a note: author, editor or textual. -->
  <xsl:function name="f:series" as="xs:string" visibility="public">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="
        if ($note/(@type, @resp, @subtype) = ('textual', 'critical', 'apparatus')) then 'textual'
        else if ($note/@type = ('editor', 'editorial', 'ed', 'commentary')
                 or $note/@resp = ('editor', 'ed', '#editor', '#ed')) then 'editor'
        else 'author'"/>
  </xsl:function>

  <!-- Calls in the order of reading; a note met before is not entered again. -->
  <xsl:function name="fp:calls" as="element()*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="seen" as="element()*"/>
    <xsl:for-each select="$nodes/descendant-or-self::*[self::note or self::ref or self::ptr]
        [f:is-call(.)][exists($seen) or not(fp:is-in-moved-note(.))]">
      <xsl:sequence select="."/>
      <xsl:if test="not(self::note)">
        <xsl:variable name="note" select="f:called(.)" as="element()"/>
        <xsl:sequence select="
            if ($note intersect $seen) then () else fp:calls($note/node(), ($seen, $note))"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="fp:is-in-moved-note" as="xs:boolean" cache="yes">
    <xsl:param name="call" as="element()"/>
    <xsl:sequence select="
        exists($call/ancestor::note[not(f:is-call(.))][f:is-moved(.)])"/>
  </xsl:function>

  <!-- Notes inside running text are calls; those of lists, descriptions and
       divisions stand for themselves, as do those that something else calls. -->
  <xsl:function name="fp:stands-at-call" as="xs:boolean">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="
        exists($note/ancestor::text)
        and not($note/@place = ('inline', 'block', 'inspace'))
        and empty($note/parent::*[self::div or self::body or self::back or self::front
            or self::noteGrp or self::figure or self::div1 or self::div2 or self::div3 or self::list])
        and empty($note/ancestor::*[self::bibl or self::biblStruct or self::biblFull
            or self::person or self::place or self::org or self::event or self::msDesc
            or self::entry or self::figDesc or self::app])
        and not($note/@xml:id and fp:is-pointed-at($note))"/>
  </xsl:function>

  <xsl:function name="fp:is-pointed-at" as="xs:boolean">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="
        exists(key('fp:pointer', '#' || $note/@xml:id, root($note))[fp:looks-like-call(.)])"/>
  </xsl:function>

  <!-- A pointer calls a note if it says so or is no longer than a note sign. -->
  <xsl:function name="fp:pointed-note" as="element()?">
    <xsl:param name="pointer" as="element()"/>
    <xsl:sequence select="
        if ($pointer[@target] and fp:looks-like-call($pointer))
        then f:target($pointer/@target)[self::note] else ()"/>
  </xsl:function>

  <xsl:function name="fp:looks-like-call" as="xs:boolean">
    <xsl:param name="pointer" as="element()"/>
    <xsl:sequence select="
        $pointer/@type = ('noteref', 'noteAnchor', 'note', 'footnote')
        or matches(normalize-space($pointer), '^\W*\w{0,4}\W*$')"/>
  </xsl:function>
</xsl:stylesheet>
