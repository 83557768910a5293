import { useEffect, useRef, useState } from "react"

interface PreviewFrameProps {
  /** Ready for `srcdoc`. */
  document: string
  title: string
  /** CSS pixels that the mail is laid out in. */
  width: number
  height: number
}

/**
 * A mail in a frame that may do nothing at all, made smaller where there is no room for its width. The frame is as high as the
 * mail and is scrolled from outside, and another mail takes its place only when it is laid out: so whoever types
 * sees the mail change and nothing jump or flash.
 */
export const PreviewFrame = ({ document, title, width, height }: PreviewFrameProps) => {
  const [shown, setShown] = useState(document)
  const box = useRef<HTMLDivElement>(null)
  const available = useWidth(box)
  const scale = available > 0 ? Math.min(1, available / width) : 1
  const documents = shown === document ? [document] : [shown, document]

  return (
    <div ref={box} className="flex justify-center">
      <div className="relative overflow-hidden" style={{ width: width * scale, height: height * scale }}>
        {documents.map((each) => (
          <iframe
            key={each}
            sandbox=""
            referrerPolicy="no-referrer"
            srcDoc={each}
            title={title}
            aria-hidden={each !== shown}
            data-shown={each === shown}
            onLoad={() => setShown(each)}
            // Mail clients lay HTML mails out on white, whatever the colours of the admin.
            className="absolute left-0 top-0 origin-top-left bg-white"
            style={{ width, height, transform: `scale(${scale})`, visibility: each === shown ? "visible" : "hidden" }}
          />
        ))}
      </div>
    </div>
  )
}

/** CSS pixels that an element is wide now; 0 before it is there. */
const useWidth = (element: React.RefObject<HTMLElement | null>): number => {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (!element.current) return
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0))
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return width
}
